/** Tests of the archive the service judges on. */
@NullMarked
package dev.relogrid.matrix.kernel;

import org.jspecify.annotations.NullMarked;
