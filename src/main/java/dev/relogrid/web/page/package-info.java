/**
 * The pages people open: one table of their addresses, the shell of the dashboard for browsers, and the same page as plain
 * text or Markdown for everybody else, drawn from what the interface under {@code /api/v1} answers. Imports the problems;
 * refuses to know what is kept, and calls no controller: a page is told by an address of the interface, so whoever may not
 * read that may not read the page.
 */
@NullMarked
package dev.relogrid.web.page;

import org.jspecify.annotations.NullMarked;
