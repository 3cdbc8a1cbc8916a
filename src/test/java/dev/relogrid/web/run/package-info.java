/** Runs over HTTP, asked of the running service. */
@NullMarked
package dev.relogrid.web.run;

import org.jspecify.annotations.NullMarked;
