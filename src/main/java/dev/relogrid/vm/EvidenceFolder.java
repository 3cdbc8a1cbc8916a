package dev.relogrid.vm;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where booted evidence is kept: as the user says, else as the environment says, else with the user's other data. */
public final class EvidenceFolder {
    /** The environment variable that names the folder. */
    public static final String VARIABLE = "RELOGRID_EVIDENCE";

    private EvidenceFolder() {}

    /** @param option what the user gave as {@code --evidence}, or null */
    public static Path of(@Nullable Path option) {
        return of(option, System.getenv(), System.getProperties());
    }

    static Path of(@Nullable Path option, Map<String, String> environment, Properties properties) {
        if (option != null) {
            return option;
        }
        String named = environment.get(VARIABLE);
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        String data = environment.get("XDG_DATA_HOME");
        // by the XDG base directory specification a relative path is to be ignored
        Path base = data != null && Path.of(data).isAbsolute()
                ? Path.of(data)
                : Path.of(properties.getProperty("user.home", "."), ".local", "share");
        return base.resolve("relogrid").resolve("evidence");
    }
}
