/**
 * How right the verdicts are: against kernels that were booted, and over all real objects. The test asserts what must hold;
 * {@code ci/accuracy} runs what prints the tables of docs/ACCURACY.md. May know engine, archive and fixture; knows no
 * command line.
 */
@NullMarked
package dev.relogrid.accuracy;

import org.jspecify.annotations.NullMarked;
