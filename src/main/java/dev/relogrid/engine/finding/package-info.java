/**
 * What stands between an object and a kernel: the codes, the stages, and one such fact as the rooms that look for them
 * report it.
 *
 * <p>May import {@code object}. Refuses to know kernels, how a fact was found, and whether it matters in the end: that is
 * {@code verdict}'s.
 */
@NullMarked
package dev.relogrid.engine.finding;

import org.jspecify.annotations.NullMarked;
