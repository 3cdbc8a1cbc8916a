/** Part of the house that breaks every rule once. */
@NullMarked
package dev.relogrid.housefixture.engine.elf;

import org.jspecify.annotations.NullMarked;
