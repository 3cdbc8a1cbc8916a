/**
 * From packages, BTFHub trees and captures of running hosts to kernels that can be added to the archive: which build it
 * is, its image, its modules.
 *
 * <p>May import {@code archive}, {@code archive.image}, {@code engine.bytes} and the decompressors. Refuses to know how
 * kernels are stored and whether their BTF is healthy. Every input is untrusted: it is read as a stream, what comes out
 * of it is bounded, nothing is written to a path it names, and no link in it is followed.
 */
@NullMarked
package dev.relogrid.archive.source;

import org.jspecify.annotations.NullMarked;
