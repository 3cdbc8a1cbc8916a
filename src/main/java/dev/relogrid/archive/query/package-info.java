/**
 * The language in which people say which kernels they mean: {@code debian >= 12 and arch:arm64}. docs/QUERIES.md has the
 * grammar.
 *
 * <p>May import {@code archive}, of which it needs catalog rows and the orders of versions. Refuses to know where rows
 * come from and what a kernel's BTF holds: nothing is read.
 */
@NullMarked
package dev.relogrid.archive.query;

import org.jspecify.annotations.NullMarked;
