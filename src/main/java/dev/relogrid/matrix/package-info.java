/**
 * What the service keeps and does: objects, kernels, answers, runs, projects, in PostgreSQL and a blob store. Imports the
 * rooms that find answers; the only room that speaks SQL. Refuses to know HTTP.
 */
@NullMarked
package dev.relogrid.matrix;

import org.jspecify.annotations.NullMarked;
