/** Bytes kept under their SHA-256, on a disk or in an object store. */
@NullMarked
package dev.relogrid.matrix.blob;

import org.jspecify.annotations.NullMarked;
