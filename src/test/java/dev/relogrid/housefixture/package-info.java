/** A tiny house that breaks every rule of {@code House} once; {@code HouseTest} asserts that each break is caught. */
@NullMarked
package dev.relogrid.housefixture;

import org.jspecify.annotations.NullMarked;
