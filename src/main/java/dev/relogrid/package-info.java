/**
 * Relogrid: will this bpf.o load on every kernel we run?
 *
 * <p>The rooms and the arrows between them are described in docs/ARCHITECTURE.md and held by {@code HouseTest}.
 */
@NullMarked
package dev.relogrid;

import org.jspecify.annotations.NullMarked;
