/** Suites in every form, held against the schemas of those who read them. */
@NullMarked
package dev.relogrid.gate.render;

import org.jspecify.annotations.NullMarked;
