/** A project to look at before there is one of one's own. */
@NullMarked
package dev.relogrid.matrix.sample;

import org.jspecify.annotations.NullMarked;
