/** Uploaded objects: their bytes by SHA-256, and what can be said of them without any kernel. */
@NullMarked
package dev.relogrid.matrix.object;

import org.jspecify.annotations.NullMarked;
