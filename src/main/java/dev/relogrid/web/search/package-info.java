/**
 * One box to find everything in: each thing that can be found has a finder, and a page of the dashboard to go to. Asks the
 * rooms of {@code matrix}; refuses to know what pages look like.
 */
@NullMarked
package dev.relogrid.web.search;

import org.jspecify.annotations.NullMarked;
