/**
 * The command line: reads arguments, asks the engine and the archive, prints.
 *
 * <p>May import the engine, the archive, kernels that are booted, and reports. Nobody imports it; it refuses to decide
 * anything about an object.
 */
@NullMarked
package dev.relogrid.cli;

import org.jspecify.annotations.NullMarked;
