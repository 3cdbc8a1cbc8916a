/** Part of the house that breaks every rule once. */
@NullMarked
package dev.relogrid.housefixture.cli;

import org.jspecify.annotations.NullMarked;
