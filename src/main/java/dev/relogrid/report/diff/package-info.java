/**
 * What is different between two reports, and everything that is written as. Pure functions; may import reports and how text
 * looks; knows neither a terminal nor HTTP.
 */
@NullMarked
package dev.relogrid.report.diff;

import org.jspecify.annotations.NullMarked;
