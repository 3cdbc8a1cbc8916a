package dev.relogrid.matrix.analysis;

import java.time.Instant;

/**
 * An object held against a snapshot, as a row: everything its answers depend on, so that they can be had again.
 *
 * @param engine {@link EngineVersion} that judged
 * @param micros what judging took, in microseconds
 */
public record Analysis(
        long id, long objectId, long snapshotId, String engine, long profileId, Instant doneAt, long micros) {}
