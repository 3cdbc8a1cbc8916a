/** Objects that come with the program: a project to look at before there is one of one's own, and something to rehearse. */
@NullMarked
package dev.relogrid.matrix.sample;

import org.jspecify.annotations.NullMarked;
