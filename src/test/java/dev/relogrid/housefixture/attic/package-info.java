/** Part of the house that breaks every rule once. */
@NullMarked
package dev.relogrid.housefixture.attic;

import org.jspecify.annotations.NullMarked;
