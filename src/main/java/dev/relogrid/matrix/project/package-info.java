/**
 * Projects: what they ship from which branch, tag or commit, what they ask of kernels, and how many machines run each of
 * those. Imports objects, answers and kernels of this room, and policies; knows no HTTP.
 */
@NullMarked
package dev.relogrid.matrix.project;

import org.jspecify.annotations.NullMarked;
