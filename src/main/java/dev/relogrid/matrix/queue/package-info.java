/**
 * Work that must not be lost: queues in PostgreSQL that any number of nodes empty together, on db-scheduler. A job is begun
 * at least once, and again when its node dies or it fails; that it counts once is the business of the job.
 *
 * <p>May import nothing of the house. Refuses to know what the work is.
 */
@NullMarked
package dev.relogrid.matrix.queue;

import org.jspecify.annotations.NullMarked;
