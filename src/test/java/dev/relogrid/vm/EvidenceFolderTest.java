package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Who has the last word on where evidence is. */
final class EvidenceFolderTest {
    private static final Properties HOME = new Properties();

    static {
        HOME.setProperty("user.home", "/home/me");
    }

    @Test
    void firstTheOptionThenTheEnvironmentThenTheHome() {
        Map<String, String> both = Map.of("RELOGRID_EVIDENCE", "/e", "XDG_DATA_HOME", "/data");
        assertEquals(Path.of("opt"), EvidenceFolder.of(Path.of("opt"), both, HOME));
        assertEquals(Path.of("/e"), EvidenceFolder.of(null, both, HOME));
        assertEquals(
                Path.of("/data/relogrid/evidence"),
                EvidenceFolder.of(null, Map.of("RELOGRID_EVIDENCE", "", "XDG_DATA_HOME", "/data"), HOME));
        assertEquals(Path.of("/home/me/.local/share/relogrid/evidence"), EvidenceFolder.of(null, Map.of(), HOME));
        assertEquals(
                Path.of("/home/me/.local/share/relogrid/evidence"),
                EvidenceFolder.of(null, Map.of("XDG_DATA_HOME", "relative"), HOME));
    }
}
