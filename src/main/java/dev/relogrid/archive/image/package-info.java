/**
 * From any file a kernel comes in to the raw BTF, the symbols and the config inside it: boot images, compressed files,
 * modules, BTFHub tarballs, System.maps.
 *
 * <p>May import {@code engine.bytes}, {@code engine.elf} and the decompressors. Refuses to know what BTF says, where
 * files lie, and where the result is kept. Every input is untrusted: what comes out is bounded by what went in.
 */
@NullMarked
package dev.relogrid.archive.image;

import org.jspecify.annotations.NullMarked;
