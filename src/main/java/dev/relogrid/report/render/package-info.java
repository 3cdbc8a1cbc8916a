/**
 * Everything a report is written as: text, JSON, Markdown, SARIF, CSV. Pure functions of the report, so that a terminal, a
 * page and a comment never disagree; the same report is the same bytes. Knows neither a terminal nor HTTP.
 */
@NullMarked
package dev.relogrid.report.render;

import org.jspecify.annotations.NullMarked;
