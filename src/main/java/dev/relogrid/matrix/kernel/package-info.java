/** The archive the service judges on: its kernels as rows, and each of its states as a snapshot. */
@NullMarked
package dev.relogrid.matrix.kernel;

import org.jspecify.annotations.NullMarked;
