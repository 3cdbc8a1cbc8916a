/** Runs, tried on a real PostgreSQL. */
@NullMarked
package dev.relogrid.matrix.run;

import org.jspecify.annotations.NullMarked;
