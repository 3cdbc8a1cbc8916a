/** One box for everything, asked of the running service. */
@NullMarked
package dev.relogrid.web.search;

import org.jspecify.annotations.NullMarked;
