/** What C is written for which types, and which types are refused; whether a compiler agrees is tested with real kernels. */
@NullMarked
package dev.relogrid.engine.btf.c;

import org.jspecify.annotations.NullMarked;
