/** Blob stores, held to one contract: a folder, and an object store that runs beside the tests. */
@NullMarked
package dev.relogrid.matrix.blob;

import org.jspecify.annotations.NullMarked;
