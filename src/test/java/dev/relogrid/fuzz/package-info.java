/**
 * Readers against any bytes: the only exception that may leave them is {@code MalformedInput}. The inputs under the
 * resources replay in every test run; {@code ci/fuzz} goes looking for new ones.
 */
@NullMarked
package dev.relogrid.fuzz;

import org.jspecify.annotations.NullMarked;
