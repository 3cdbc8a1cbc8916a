package dev.relogrid.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the archive is: as the user says, else as the environment says, else beside the launcher. */
public final class ArchiveLocation {
    /** The environment variable that names an archive folder. */
    public static final String VARIABLE = "RELOGRID_ARCHIVE";
    /** The system property by which the launcher says where it lies. */
    public static final String HOME = "relogrid.home";

    private ArchiveLocation() {}

    /**
     * @param option what the user gave as {@code --archive}, or null
     * @throws ArchiveProblem when nobody says where
     */
    public static Path of(@Nullable Path option) {
        return of(option, System.getenv(), System.getProperties());
    }

    static Path of(@Nullable Path option, Map<String, String> environment, Properties properties) {
        if (option != null) {
            return option;
        }
        String variable = environment.get(VARIABLE);
        if (variable != null && !variable.isEmpty()) {
            return Path.of(variable);
        }
        String home = properties.getProperty(HOME);
        if (home != null) {
            return Path.of(home, "btf-archive");
        }
        throw new ArchiveProblem("no archive: give --archive DIR or set " + VARIABLE);
    }
}
