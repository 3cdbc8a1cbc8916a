package dev.relogrid.matrix.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a booted kernel did with one program of an object.
 *
 * @param kernel its id in the archive
 * @param program its name; empty when the object was not opened at all
 * @param outcome {@code loaded}, {@code rejected}, {@code libbpf_failed}, {@code unsupported_type}, {@code timeout},
 *     {@code infra} or {@code not_opened}
 * @param detail what the verifier or libbpf said, a line; empty when it loaded
 * @param predicted what the engine says of the program loaded alone, null when it says nothing
 * @param agrees null where the two cannot be held against each other
 * @param runId the run it comes from, null when that is no longer known
 */
public record KernelEvidence(
        String kernel,
        String program,
        Instant bootedAt,
        String outcome,
        String detail,
        @Nullable String predicted,
        @Nullable Boolean agrees,
        @Nullable UUID runId) {}
