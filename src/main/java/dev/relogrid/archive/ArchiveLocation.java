package dev.relogrid.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the archive is: as the user says, else as the environment says, else beside the launcher, else inside the program's
 * own jar, where it is only for reading.
 */
public final class ArchiveLocation {
    /** The environment variable that names an archive folder. */
    public static final String VARIABLE = "RELOGRID_ARCHIVE";
    /** The system property by which the launcher says where it lies. */
    public static final String HOME = "relogrid.home";

    private static final String SAY_WHERE = "give --archive DIR or set " + VARIABLE;

    private ArchiveLocation() {}

    /**
     * An archive to read; the one inside the program is unpacked first when it was not before.
     *
     * @param option what the user gave as {@code --archive}, or null
     * @throws ArchiveProblem when nobody says where and the program has none inside
     */
    public static Path of(@Nullable Path option) {
        return of(option, System.getenv(), System.getProperties());
    }

    static Path of(@Nullable Path option, Map<String, String> environment, Properties properties) {
        Path told = told(option, environment, properties);
        Path found = told == null ? ShippedArchive.folder(environment) : told;
        if (found == null) {
            throw new ArchiveProblem("no archive: " + SAY_WHERE);
        }
        return found;
    }

    /**
     * An archive to change: that inside the program is none.
     *
     * @param option what the user gave as {@code --archive}, or null
     * @throws ArchiveProblem when nobody says where
     */
    public static Path toChange(@Nullable Path option) {
        Path told = told(option, System.getenv(), System.getProperties());
        if (told == null) {
            throw new ArchiveProblem("the archive that comes with the program stays as it is: " + SAY_WHERE);
        }
        return told;
    }

    private static @Nullable Path told(@Nullable Path option, Map<String, String> environment, Properties properties) {
        if (option != null) {
            return option;
        }
        String variable = environment.get(VARIABLE);
        if (variable != null && !variable.isEmpty()) {
            return Path.of(variable);
        }
        String home = properties.getProperty(HOME);
        return home == null ? null : Path.of(home, "btf-archive");
    }
}
