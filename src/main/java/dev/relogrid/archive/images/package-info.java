/**
 * Kernels that can be booted: a folder of them beside the archive, each with its image, its .config and its most common
 * modules, taken out of the packages it came from.
 *
 * <p>May import {@code archive}, {@code archive.image}, {@code archive.source} and {@code engine.bytes}. Refuses to know
 * where packages come from and who boots the kernels. Packages, images and modules are untrusted: what comes out of them
 * is bounded, and is written under names of our own only.
 */
@NullMarked
package dev.relogrid.archive.images;

import org.jspecify.annotations.NullMarked;
