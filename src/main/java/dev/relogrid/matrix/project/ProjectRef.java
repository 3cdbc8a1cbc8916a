package dev.relogrid.matrix.project;

import java.time.Instant;

/**
 * A branch, tag or commit of a project that has, or had, objects.
 *
 * @param id its row
 * @param updatedAt when an object was attached last
 */
public record ProjectRef(long id, long projectId, RefName name, Instant updatedAt) {}
