package dev.relogrid.gate.render;

import dev.relogrid.gate.SourcePaths;
import org.jspecify.annotations.Nullable;

/**
 * What a form needs to know besides the suite.
 *
 * @param sources where source files are
 * @param docs what comes before a code in the address of its page, {@code https://…/docs/verdicts/}; null for no links
 */
public record Rendering(SourcePaths sources, @Nullable String docs) {
    /** Paths as compiled, and no links. */
    public static final Rendering PLAIN = new Rendering(SourcePaths.AS_COMPILED, null);
}
