/**
 * What becomes of an object's externs on a kernel: options of its configuration, its variables, its functions.
 *
 * <p>May import {@code object}, {@code kernel}, {@code finding}, {@code core}, {@code btf}, {@code bytes}. Refuses to know
 * whether an instruction that uses one is reached.
 */
@NullMarked
package dev.relogrid.engine.extern;

import org.jspecify.annotations.NullMarked;
