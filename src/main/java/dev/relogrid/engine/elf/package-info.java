/**
 * The ELF64 container: sections, symbols, relocations, in either byte order.
 *
 * <p>May import {@code bytes}. Refuses to know what the sections mean.
 */
@NullMarked
package dev.relogrid.engine.elf;

import org.jspecify.annotations.NullMarked;
