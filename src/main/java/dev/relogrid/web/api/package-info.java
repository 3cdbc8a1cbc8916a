/**
 * Objects and kernels over HTTP, under {@code /api/v1}: uploads, the grid, reports, explanations, comparisons, the archive.
 * Asks the rooms of {@code matrix} for what is kept and the renderers of {@code report} for how it is told; refuses to know
 * projects, runs and who may do what.
 */
@NullMarked
package dev.relogrid.web.api;

import org.jspecify.annotations.NullMarked;
