/**
 * Whether objects that are released together may pass, and that in the forms continuous integration reads. A
 * {@link dev.relogrid.gate.Suite} is what was found of all of them; a {@link dev.relogrid.gate.Baseline} is what was found
 * before, and with one only what is new counts ({@link dev.relogrid.gate.Delta}). Serves the command line and the service,
 * so that a comment, a log and a page never disagree. May import policies, reports and what is below; knows neither
 * terminals nor HTTP nor files.
 */
@NullMarked
package dev.relogrid.gate;

import org.jspecify.annotations.NullMarked;
