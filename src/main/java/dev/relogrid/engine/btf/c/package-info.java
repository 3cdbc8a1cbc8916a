/**
 * Types as C source that a compiler for the same target lays out as the BTF says.
 *
 * <p>May import {@code btf} and {@code bytes}. Refuses to know where the types come from and who reads the C.
 */
@NullMarked
package dev.relogrid.engine.btf.c;

import org.jspecify.annotations.NullMarked;
