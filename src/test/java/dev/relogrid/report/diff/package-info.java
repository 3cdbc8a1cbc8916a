/** Tests of what its counterpart in the program says. */
@NullMarked
package dev.relogrid.report.diff;

import org.jspecify.annotations.NullMarked;
