package dev.relogrid.report;

import org.jspecify.annotations.Nullable;

/**
 * What an answer depends on besides the object, so that it can be had again.
 *
 * @param engine the version of the engine
 * @param archive names the state of the archive
 * @param archiveDate when the archive was first seen in that state, RFC 3339; null where nobody keeps that
 */
public record Provenance(
        String engine, String archive, @Nullable String archiveDate) {}
