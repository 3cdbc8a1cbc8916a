/**
 * A {@link dev.relogrid.gate.Suite} in every form it is handed on in: for people, for programs, for the servers of
 * continuous integration. Each form is a pure function of the suite and a {@link dev.relogrid.gate.render.Rendering}: the
 * same bytes for the same suite.
 */
@NullMarked
package dev.relogrid.gate.render;

import org.jspecify.annotations.NullMarked;
