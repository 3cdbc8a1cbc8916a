/**
 * Many kernels at a time: doing the same for each of them, and saying which they are in few words. May import the archive
 * and the engine; knows nothing of reports.
 */
@NullMarked
package dev.relogrid.report.kernels;

import org.jspecify.annotations.NullMarked;
