package dev.relogrid.matrix.event;

import java.time.Instant;

/**
 * An address that is told what happens in a project.
 *
 * @param active whether it is told at all
 */
public record Webhook(long id, String project, String url, boolean active, Instant createdAt) {}
