/**
 * Kernels and their BTF: the archive on disk, and kernel files somebody has lying about.
 *
 * <p>May import the engine, its sub-package {@code image}, Jackson's streaming core and zstd. Refuses to know what a
 * kernel's types are used for: it hands out {@code engine.kernel} views and never judges an object.
 */
@NullMarked
package dev.relogrid.archive;

import org.jspecify.annotations.NullMarked;
