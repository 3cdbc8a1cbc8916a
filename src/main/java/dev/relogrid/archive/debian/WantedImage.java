package dev.relogrid.archive.debian;

import dev.relogrid.archive.KernelId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kernel somebody wants to boot.
 *
 * @param version of the package the archive has it from, so that the same build is fetched; empty for any
 * @param config asked for the text it was built with where the packages have none any more; may say null
 */
public record WantedImage(KernelId id, String version, Supplier<byte @Nullable []> config) {
    /** Whether that is the build: a signature made anew does not count. */
    boolean isBuild(KernelBuild build) {
        return build.id().arch().equals(id.arch())
                && build.id().release().equals(id.release())
                && isVersion(build.version());
    }

    boolean isVersion(String other) {
        return version.isEmpty() || BuildList.build(version).equals(BuildList.build(other));
    }
}
