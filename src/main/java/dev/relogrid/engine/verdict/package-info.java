/**
 * An object held against a kernel: what becomes of each relocation, and what that means for each program.
 *
 * <p>May import {@code object}, {@code core}, {@code kernel} and what those import. Refuses to know files, storage and
 * how an answer is shown.
 */
@NullMarked
package dev.relogrid.engine.verdict;

import org.jspecify.annotations.NullMarked;
