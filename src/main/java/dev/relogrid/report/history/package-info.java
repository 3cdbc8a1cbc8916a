/**
 * What became of one thing of the kernel, from kernel to kernel, and how that is told. May import the archive, the engine
 * and what is beside it about kernels and looks; knows nothing of objects.
 */
@NullMarked
package dev.relogrid.report.history;

import org.jspecify.annotations.NullMarked;
