package dev.relogrid.report.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.KernelId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpstreamVersionTest {
    @ParameterizedTest
    @CsvSource({
        "6.1.176-1, 6.1.0-50-amd64, 6.1.176, 6.1",
        "7.3~rc7-1~exp1, 7.3-cloud-amd64, 7.3~rc7, 7.3",
        "'', 4.19.0-22-amd64, 4.19.0, 4.19",
        "2024.1-3, 6.6.8-generic, 6.6.8, 6.6",
        "6.11.4-301.fc41, 6.11.4-301.fc41.x86_64, 6.11.4, 6.11",
        "'', 6.6.arch1-1, 6.6, 6.6",
    })
    void isThatOfTheSource(String version, String release, String expected, String series) {
        UpstreamVersion found = UpstreamVersion.of(new CatalogEntry(
                new KernelId("some", "suite", "amd64", release),
                new Origin("linux", version, "", List.of()),
                null,
                List.of(),
                "not asked for"));
        assertEquals(expected, found.text());
        assertEquals(series, found.series());
    }

    @ParameterizedTest
    @CsvSource({
        "6.5.10, 6.6.8, true",
        "5.19.1, 6.0, true",
        "6.19.14, 7.0.4, true",
        "6.1.176, 6.12.1, false",
        "6.18.1, 7.0, false",
        "6.6, 6.5, false",
    })
    void knowsItsNeighbour(String a, String b, boolean neighbours) {
        assertEquals(neighbours, new UpstreamVersion(a).isSeriesBefore(new UpstreamVersion(b)));
    }

    @ParameterizedTest
    @CsvSource({"6.9, 6.12", "7.3~rc7, 7.3", "6.12.9, 6.12.107"})
    void isOrderedAsNumbersAre(String older, String newer) {
        assertTrue(new UpstreamVersion(older).compareTo(new UpstreamVersion(newer)) < 0);
    }
}
