/**
 * How long the engine takes, one question a class. {@code ./relogrid bench} runs them; {@code ci/bench} does so beside
 * libbpf, in the same run, and prints the ratios, which are what counts on a machine that has other things to do.
 */
@NullMarked
package dev.relogrid.bench;

import org.jspecify.annotations.NullMarked;
