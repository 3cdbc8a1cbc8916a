/** An object held against a snapshot: judged once, kept as answer classes and one row of the grid, read back as a report. */
@NullMarked
package dev.relogrid.matrix.analysis;

import org.jspecify.annotations.NullMarked;
