/** Tests of what its counterpart in the program says. */
@NullMarked
package dev.relogrid.report.render;

import org.jspecify.annotations.NullMarked;
