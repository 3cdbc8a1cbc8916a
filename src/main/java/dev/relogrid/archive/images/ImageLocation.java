package dev.relogrid.archive.images;

import dev.relogrid.archive.ArchiveProblem;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where bootable kernels are kept: as the user says, else as the environment says, else in the user's cache. */
public final class ImageLocation {
    /** The environment variable that names the folder. */
    public static final String VARIABLE = "RELOGRID_IMAGES";

    private ImageLocation() {}

    /**
     * @param option what the user gave as {@code --images}, or null
     * @throws ArchiveProblem when nobody says where
     */
    public static Path of(@Nullable Path option) {
        return of(option, System.getenv());
    }

    static Path of(@Nullable Path option, Map<String, String> environment) {
        if (option != null) {
            return option;
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return Path.of(variable);
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (cache.startsWith("/")) {
            return Path.of(cache, "relogrid", "images");
        }
        String home = environment.getOrDefault("HOME", "");
        if (home.isEmpty()) {
            throw new ArchiveProblem("no folder for kernel images: give --images DIR, or set " + VARIABLE);
        }
        return Path.of(home, ".cache", "relogrid", "images");
    }
}
