package dev.relogrid.matrix.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a booted kernel said of a program.
 *
 * @param program empty for the object as a whole
 * @param outcome one word
 * @param detail what was said; may be empty
 * @param predicted the code of the static verdict it was held against; null for none
 * @param agrees null where the two cannot be held against each other
 */
public record Booted(
        String kernel,
        String program,
        String outcome,
        String detail,
        @Nullable String predicted,
        @Nullable Boolean agrees,
        Instant bootedAt) {}
