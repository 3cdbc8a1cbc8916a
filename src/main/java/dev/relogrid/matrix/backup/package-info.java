/**
 * Everything the service keeps, in one file, and back: tables as PostgreSQL's COPY writes them, blobs, the archive of
 * kernels. The embedded PostgreSQL comes without its own dump programs, and those would leave out the rest.
 *
 * <p>May import the database's and the blob store's packages. Refuses to know what the tables mean: it copies every one
 * there is, so a new one needs nothing here.
 */
@NullMarked
package dev.relogrid.matrix.backup;

import org.jspecify.annotations.NullMarked;
