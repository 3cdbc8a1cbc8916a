/**
 * Debian's kernels, all of them, from the mirror this machine's apt is configured with: which builds there are, which
 * of them the archive lacks, and how they get into it.
 *
 * <p>May import {@code archive}, {@code archive.source} and {@code engine.bytes}, and starts apt's own programs, which
 * find the mirror and the proxy, check signatures and checksums, and continue downloads. Refuses to know the name of any
 * host, how a package is read, how a kernel is stored, and who looks at the progress: that is a {@link
 * dev.relogrid.archive.debian.SyncListener}.
 */
@NullMarked
package dev.relogrid.archive.debian;

import org.jspecify.annotations.NullMarked;
