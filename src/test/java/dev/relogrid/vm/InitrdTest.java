package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive a kernel unpacks, read by another reader. */
final class InitrdTest {
    private static Map<String, String> entries(byte[] archive) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (var in = new CpioArchiveInputStream(new ByteArrayInputStream(archive))) {
            for (CpioArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), Long.toOctalString(entry.getMode()) + " " + in.readAllBytes().length);
            }
        }
        return entries;
    }

    @Test
    void allFiles() throws IOException {
        byte[] archive = Initrd.of(new byte[1001], "6.1.0-50+deb~1_x", new byte[7]);
        assertEquals(
                "{boot=40755 0, boot/config-6.1.0-50+deb~1_x=100644 7, dev=40755 0, init=100755 1001, objects=40755 0,"
                        + " objects/modules=40755 0}",
                entries(archive).toString());
    }

    @Test
    void withoutConfiguration() throws IOException {
        assertEquals(5, entries(Initrd.of(new byte[0], "6.1", null)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../init", "a/b", "-x", ".hidden", "a b", "a\nb"})
    void releasesThatArePaths(String release) {
        assertThrows(BootProblem.class, () -> Initrd.of(new byte[0], release, new byte[0]));
    }
}
