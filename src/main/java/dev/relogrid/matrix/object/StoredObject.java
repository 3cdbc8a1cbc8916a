package dev.relogrid.matrix.object;

import dev.relogrid.report.Subject;
import java.time.Instant;

/**
 * An object the service keeps.
 *
 * @param id its row
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param size bytes
 * @param name what the first upload called it
 * @param uploadedAt when it became known first
 * @param subject its programs as they are loaded by default, and what libbpf would warn of
 */
public record StoredObject(long id, String sha256, long size, String name, Instant uploadedAt, Subject subject) {}
