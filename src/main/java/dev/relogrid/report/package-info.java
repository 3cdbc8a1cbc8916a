/**
 * What was found out about an object on many kernels, as plain data ({@link dev.relogrid.report.Report}), and everything it
 * is written as: text, JSON, Markdown, SARIF, CSV. The command line and the service print the same report by the same
 * functions, so that a page, a comment and a terminal never disagree. Imports the engine and the archive's names of
 * kernels; knows neither a terminal nor HTTP nor a database.
 */
@NullMarked
package dev.relogrid.report;

import org.jspecify.annotations.NullMarked;
