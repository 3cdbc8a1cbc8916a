package dev.relogrid.archive.source;

import org.jspecify.annotations.Nullable;

/**
 * What a package says about itself, in its own words.
 *
 * @param name of the package
 * @param version with its release: {@code 6.12.107-1}
 * @param arch as the distribution calls it
 * @param distro in one lower-case word, null when it cannot be told
 * @param suite the distribution's release, null when the package does not say
 */
public record PackageFacts(
        String name,
        String version,
        String arch,
        @Nullable String distro,
        @Nullable String suite) {}
