package dev.relogrid.matrix.queue;

/**
 * Where one kind of work waits.
 *
 * @param table in the shape of db-scheduler's; nothing else is put there
 * @param role of the nodes that do it
 */
public record Queue(String table, Role role) {}
