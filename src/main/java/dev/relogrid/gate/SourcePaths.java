package dev.relogrid.gate;

import org.jspecify.annotations.Nullable;

/** Where the files a compiler named are in the repository that is checked. */
@FunctionalInterface
public interface SourcePaths {
    /** Takes what the compiler wrote, without a leading {@code ./}. */
    SourcePaths AS_COMPILED = file -> file.startsWith("./") ? file.substring(2) : file;

    /** The path from the top of the repository, with slashes; null where the repository has no such file. */
    @Nullable
    String of(String file);
}
