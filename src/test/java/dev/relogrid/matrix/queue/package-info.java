/** Queues, workers and the clock, tried on a real PostgreSQL. */
@NullMarked
package dev.relogrid.matrix.queue;

import org.jspecify.annotations.NullMarked;
