package dev.relogrid.matrix.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place an object is the current one at.
 *
 * @param commit the commit it was built from, as told; null when nobody did
 * @param since when it was attached
 */
public record Holder(
        String project, RefName ref, String path, @Nullable String commit, Instant since) {}
