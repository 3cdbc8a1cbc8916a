/** Part of the house that breaks every rule once. */
@NullMarked
package dev.relogrid.housefixture.engine.btf;

import org.jspecify.annotations.NullMarked;
