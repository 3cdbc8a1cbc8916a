/**
 * The packed archive: many kernels in one file that holds every definition of a type once, and answers what the engine
 * asks of a type by reading that type's blocks only. docs/ARCHIVE.md has the format as a grammar.
 *
 * <p>May import {@code engine.btf}, {@code engine.bytes} and {@code engine.kernel}. Refuses to know folders of archives,
 * catalogs, how kernels are named, and where they came from: to a pack a kernel's description is a list of strings.
 */
@NullMarked
package dev.relogrid.archive.pack;

import org.jspecify.annotations.NullMarked;
