/**
 * Finds the eBPF objects inside other things: programs that carry them as data, archives, packages, images, folders.
 *
 * <p>May import {@code engine} (bytes, elf) and the libraries that unpack. Refuses to know what an object means and
 * what kernels are: it hands on bytes under names that stay the same from build to build.
 */
@NullMarked
package dev.relogrid.embedded;

import org.jspecify.annotations.NullMarked;
