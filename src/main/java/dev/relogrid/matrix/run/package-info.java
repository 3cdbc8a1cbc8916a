/**
 * Work on objects that takes longer than a request, or that nobody asked for: judging, judging anew when the archive or the
 * engine is another one, booting. Any number of nodes share it; a run ends exactly once, however often it is begun.
 *
 * <p>May import the matrix's other parts. Refuses to know HTTP.
 */
@NullMarked
package dev.relogrid.matrix.run;

import org.jspecify.annotations.NullMarked;
