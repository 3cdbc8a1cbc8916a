/**
 * One eBPF instruction: its fields, its encoding in either byte order, and what class it belongs to.
 *
 * <p>May import {@code bytes}. Refuses to know programs, relocations and what an instruction does.
 */
@NullMarked
package dev.relogrid.engine.insn;

import org.jspecify.annotations.NullMarked;
