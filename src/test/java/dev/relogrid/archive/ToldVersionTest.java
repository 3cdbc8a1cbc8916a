package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.archive.CatalogEntry.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts libbpf finds on running machines, and what it reads of them. */
final class ToldVersionTest {
    @ParameterizedTest
    @CsvSource({
        "debian, 6.1.176-1, 6.1.0-50-amd64, 6.1.176",
        "debian, 6.12.107-1~bpo12+1, 6.12.107+deb12-cloud-amd64, 6.12.107",
        "debian, 7.3~rc7-1~exp1, 7.3-cloud-amd64, 7.3-cloud-amd64",
        "debian, 6.12-1~exp1, 6.12.0-amd64, 6.12.0",
        "debian, #1 SMP Debian 4.19.260-1 (2022-09-29), 4.19.0-22-amd64, 4.19.260",
        "debian, #1 SMP PREEMPT_DYNAMIC Tue Jan 1, 6.9.3, 6.9.3",
        "debian, '', 4.19.0-22-amd64,",
        "ubuntu, 5.4.0-12.15, 5.4.0-12-generic,",
        "fedora, 6.11.4-301.fc41, 6.11.4-301.fc41.x86_64, 6.11.4",
        "arch, '', 6.6.arch1-1, 6.6.arch1-1",
    })
    void isWhatLibbpfReads(String distro, String version, String release, @Nullable String expected) {
        var entry = new CatalogEntry(
                new KernelId(distro, "some", "amd64", release),
                new Origin("linux-image", version, "", List.of()),
                null,
                List.of(),
                "not asked for");
        assertEquals(expected, ToldVersion.of(entry));
    }
}
