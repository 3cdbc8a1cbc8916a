/**
 * What is released, as whoever downloads it has it: built by {@code ci/release}, run in empty folders. May import nothing
 * of the program; refuses to know how the jars are made.
 */
@NullMarked
package dev.relogrid.release;

import org.jspecify.annotations.NullMarked;
