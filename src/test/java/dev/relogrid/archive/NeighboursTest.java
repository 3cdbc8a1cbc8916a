package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who answers for kernels that were never booted. */
final class NeighboursTest {
    @TempDir
    private Path dir = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "debian/bookworm/amd64/6.1.0-50-amd64, debian 6.1, ''",
        "debian/bookworm/amd64/6.1.0-50-rt-amd64, debian 6.1, rt",
        "debian/bullseye-security/arm64/6.1.0-0.deb11.49-cloud-arm64, debian 6.1, cloud",
        "debian/trixie/amd64/6.12.107+deb13-cloud-amd64, debian 6.12, cloud",
        "debian/trixie-security/amd64/6.12.74+deb13+1-rt-amd64, debian 6.12, rt",
        "debian/trixie-security/arm64/6.12.113+deb13-arm64-16k, debian 6.12, 16k",
        "debian/experimental/ppc64el/7.3-powerpc64le, debian 7.3, ''",
        "debian/experimental/ppc64el/7.3~rc7-powerpc64le-64k, debian 7.3, 64k",
        "ubuntu/24.04/amd64/6.8.0-1008-aws, ubuntu 6.8, aws",
        "ubuntu/22.04/amd64/5.15.0-91-generic, ubuntu 5.15, generic",
        "fedora/42/amd64/6.11.4-301.fc42.x86_64, fedora 6.11, ''",
        "some/where/amd64/custom, some , custom",
    })
    void linesAndFlavoursAreReadFromIds(String id, String line, String flavour) {
        KernelId kernel = KernelId.of(id);
        String spaced = line.contains(" ") ? line : line + " ";
        assertEquals(new NeighbourKey(spaced, kernel.arch(), flavour), NeighbourKey.of(kernel));
    }

    private String neighbour(String kernel, String... asked) throws Exception {
        List<CatalogEntry> entries = new ArrayList<>();
        entries.add(entry(kernel));
        ArchiveWriter.open(dir).close();
        Files.write(
                dir.resolve(Archive.CATALOG), Catalog.of(List.of(), List.of()).toJson());
        for (String other : asked) {
            MeasuredArchive.put(dir, other, "helper xdp 1", "y");
            entries.add(entry(other));
        }
        return Optional.ofNullable(new Neighbours(Measurements.read(dir), entries).of(entry(kernel)))
                .map(MeasurementSource::named)
                .orElse("none");
    }

    private static CatalogEntry entry(String id) {
        return new CatalogEntry(
                KernelId.of(id), new CatalogEntry.Origin("", "", "", List.of()), null, List.of(), "not kept");
    }

    @Test
    void theKernelItselfComesFirst() throws Exception {
        assertEquals(
                "on this kernel",
                neighbour(
                        "debian/trixie/amd64/6.12.94+deb13-amd64",
                        "debian/trixie/amd64/6.12.93+deb13-amd64",
                        "debian/trixie/amd64/6.12.94+deb13-amd64"));
    }

    @Test
    void aFlavourIsPreferredToACloseRelease() throws Exception {
        assertEquals(
                "on its neighbour debian/bookworm-backports/amd64/6.12.43+deb12-cloud-amd64",
                neighbour(
                        "debian/trixie/amd64/6.12.107+deb13-cloud-amd64",
                        "debian/trixie/amd64/6.12.107+deb13-amd64",
                        "debian/trixie/arm64/6.12.107+deb13-cloud-arm64",
                        "debian/bookworm-backports/amd64/6.12.43+deb12-cloud-amd64"));
    }

    @Test
    void theClosestReleaseThenTheOlder() throws Exception {
        assertEquals(
                "on its neighbour debian/trixie/amd64/6.12.90+deb13-amd64",
                neighbour(
                        "debian/trixie/amd64/6.12.95+deb13-amd64",
                        "debian/trixie/amd64/6.12.9+deb13-amd64",
                        "debian/trixie/amd64/6.12.100+deb13-amd64",
                        "debian/trixie/amd64/6.12.90+deb13-amd64"));
        assertEquals(
                "on its neighbour debian/bullseye/amd64/5.10.0-46-amd64",
                neighbour(
                        "debian/bullseye/amd64/5.10.0-45-amd64",
                        "debian/bullseye/amd64/5.10.0-9-amd64",
                        "debian/bullseye/amd64/5.10.0-46-amd64"));
    }

    @Test
    void anotherFlavourOfTheSameArchitectureComesNext() throws Exception {
        assertEquals(
                "on its neighbour debian/bookworm/amd64/6.1.0-49-cloud-amd64",
                neighbour(
                        "debian/bookworm/amd64/6.1.0-50-rt-amd64",
                        "debian/bookworm/arm64/6.1.0-50-rt-arm64",
                        "debian/bookworm/amd64/6.1.0-49-cloud-amd64"));
    }

    @Test
    void anotherArchitectureAnswersOnlyOfTheSameFlavour() throws Exception {
        assertEquals(
                "on its neighbour of another architecture debian/bookworm/amd64/6.1.0-50-rt-amd64",
                neighbour(
                        "debian/bookworm/arm64/6.1.0-50-rt-arm64",
                        "debian/bookworm/amd64/6.1.0-50-cloud-amd64",
                        "debian/bookworm/amd64/6.1.0-50-rt-amd64"));
        assertEquals(
                "none", neighbour("debian/sid/arm64/7.2.13+deb14-arm64", "debian/sid/amd64/7.2.13+deb14-cloud-amd64"));
    }

    @Test
    void nobodyElseAnswers() throws Exception {
        assertEquals(
                "none",
                neighbour(
                        "debian/sid/amd64/7.2.13+deb14-amd64",
                        "debian/sid/amd64/7.20.13+deb14-amd64",
                        "ubuntu/26.10/amd64/7.2.13-generic"));
    }

    @Test
    void anotherArchitectureKnowsNothingOfInstructions() {
        MeasurementSource other = new MeasurementSource(0, "another", true);
        assertEquals(
                List.of(true, true, true, false, false, false),
                List.of("helper xdp 1", "kfunc xdp f", "kfuncs xdp", "insn v4 ldsx", "limit insns", "map_type arena")
                        .stream()
                        .map(other::answers)
                        .toList());
    }
}
