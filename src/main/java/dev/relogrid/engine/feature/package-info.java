/**
 * What programs need of a kernel besides types and externs, and whether it has it: helpers, kinds of maps, programs and
 * attachments, instructions, and the places programs are attached to.
 *
 * <p>May import {@code object}, {@code kernel}, {@code finding}, {@code insn}, {@code btf}, {@code bytes}. Refuses to know
 * relocations, and whether an instruction is reached.
 */
@NullMarked
package dev.relogrid.engine.feature;

import org.jspecify.annotations.NullMarked;
