package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.image.Extraction;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put into an archive is found there; what is damaged is named and spoils nothing else. */
final class ArchiveTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void kernelAndModulesComeBack() throws IOException {
        NewKernel kernel = TestKernels.withModule(
                TestKernels.kernel("debian/sid/amd64/7.2", TestKernels.btf("pid_t")),
                "nf_nat",
                TestKernels.split("pid_t", "nat_t"));
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.add(kernel, false);
        }

        StoredKernel found = Archive.open(dir).kernel("debian/sid/amd64/7.2");

        assertEquals("debian/sid/amd64/7.2", found.id());
        assertNull(found.noBtf());
        assertEquals("pid_t", Objects.requireNonNull(found.vmlinux()).name(1));
        assertEquals(1, found.modules().size());
        assertEquals("nf_nat", found.modules().getFirst().name());
        assertEquals("nat_t", found.modules().getFirst().btf().name(2));
        assertEquals(kernel.origin(), Archive.open(dir).find("7.2").origin());
    }

    @Test
    void configAndSymbolsComeBack() throws IOException {
        byte[] config = "CONFIG_BPF=y\n".getBytes(StandardCharsets.US_ASCII);
        byte[] symbols = "T do_exit\n".getBytes(StandardCharsets.US_ASCII);
        NewKernel kernel = TestKernels.kernel("debian/sid/amd64/1", TestKernels.btf("x"));
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.add(kernel.withConfig(config).withSymbols(symbols), false);
            writer.add(TestKernels.kernel("debian/sid/amd64/2", TestKernels.btf("x")), false);
            assertEquals(List.of(), writer.prune());
        }

        Archive archive = Archive.open(dir);
        assertArrayEquals(config, archive.config(archive.find("amd64/1")));
        assertArrayEquals(symbols, archive.symbols(archive.find("amd64/1")));
        assertNull(archive.config(archive.find("amd64/2")));
        assertNull(archive.symbols(archive.find("amd64/2")));
        Verification verification = Verification.of(archive);
        assertEquals(3, verification.blobs());
        assertEquals(List.of(), verification.damage());

        Files.delete(TestKernels.fileOf(
                archive, Objects.requireNonNull(archive.find("amd64/1").symbols())));
        assertEquals(1, Verification.of(archive).damage().size());
        assertThrows(MalformedInput.class, () -> archive.symbols(archive.find("amd64/1")));
    }

    @Test
    void kernelWithoutBtfSaysWhy() throws IOException {
        NewKernel none = new NewKernel(
                KernelId.of("debian/bookworm/i386/6.1.0-50-686"),
                TestKernels.kernel("a/b/c/d", new byte[0]).origin(),
                new Extraction.NoBtf("built without CONFIG_DEBUG_INFO_BTF"),
                new TreeMap<>());
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.add(none, false);
        }

        StoredKernel kernel = Archive.open(dir).kernels().getFirst();

        assertNull(kernel.vmlinux());
        assertEquals("built without CONFIG_DEBUG_INFO_BTF", kernel.noBtf());
        assertEquals(List.of(), kernel.modules());
    }

    @Test
    void kernelsAreInOrder() throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            for (String id : List.of(
                    "debian/sid/amd64/7.2",
                    "debian/trixie-backports/amd64/6.9",
                    "debian/trixie/arm64/6.12",
                    "debian/trixie/amd64/6.12.107",
                    "debian/trixie/amd64/6.12.94")) {
                writer.add(TestKernels.kernel(id, TestKernels.btf("x")), false);
            }
        }

        assertEquals(
                List.of(
                        "debian/trixie/amd64/6.12.94",
                        "debian/trixie/amd64/6.12.107",
                        "debian/trixie/arm64/6.12",
                        "debian/trixie-backports/amd64/6.9",
                        "debian/sid/amd64/7.2"),
                Archive.open(dir).kernels().stream().map(StoredKernel::id).toList());
    }

    @Test
    void idsMayBeAbbreviated() throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            for (String release : List.of("6.1.0-50-amd64", "6.1.0-50-rt-amd64", "6.1.0-50-cloud-amd64")) {
                writer.add(TestKernels.kernel("debian/bookworm/amd64/" + release, TestKernels.btf("x")), false);
            }
        }
        Archive archive = Archive.open(dir);

        assertEquals("6.1.0-50-rt-amd64", archive.find("50-rt").id().release());
        assertEquals("6.1.0-50-amd64", archive.find("6.1.0-50-amd64").id().release());
        assertEquals(
                "6.1.0-50-amd64",
                archive.find("debian/bookworm/amd64/6.1.0-50-amd64").id().release());
        assertEquals(
                "'6.1.0-50' could be any of debian/bookworm/amd64/6.1.0-50-amd64, "
                        + "debian/bookworm/amd64/6.1.0-50-cloud-amd64, debian/bookworm/amd64/6.1.0-50-rt-amd64",
                assertThrows(ArchiveProblem.class, () -> archive.find("6.1.0-50"))
                        .getMessage());
        String none = String.valueOf(
                assertThrows(ArchiveProblem.class, () -> archive.find("5.10")).getMessage());
        assertTrue(none.startsWith("no kernel '5.10' in the archive, which has debian/"), none);
    }

    @Test
    void flippedByteSpoilsOneKernelOnly() throws IOException {
        Archive archive = TestKernels.archive(dir, 3);
        Path blob = TestKernels.blobOf(archive, "debian/sid/amd64/2");
        byte[] packed = Files.readAllBytes(blob);
        for (int at = 0; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x04;
            Files.write(blob, damaged);
            assertThrows(
                    MalformedInput.class,
                    () -> archive.kernel("debian/sid/amd64/2").vmlinux());
        }

        assertEquals(
                "type_1",
                Objects.requireNonNull(archive.kernel("debian/sid/amd64/1").vmlinux())
                        .name(1));
        Verification verification = Verification.of(archive);
        assertEquals(1, verification.damage().size());
        assertTrue(verification.damage().getFirst().startsWith("debian/sid/amd64/2: archive blob "));
    }

    @Test
    void missingAndCutBlobsAreNamed() throws IOException {
        Archive archive = TestKernels.archive(dir, 1);
        Path blob = TestKernels.blobOf(archive, "debian/sid/amd64/1");
        byte[] packed = Files.readAllBytes(blob);

        Files.write(blob, new byte[] {1, 2, 3});
        MalformedInput cut = assertThrows(
                MalformedInput.class, () -> archive.kernels().getFirst().vmlinux());
        assertEquals(packed.length + " bytes", cut.expected());
        Files.delete(blob);
        MalformedInput missing = assertThrows(
                MalformedInput.class, () -> archive.kernels().getFirst().vmlinux());
        assertEquals("no such file", missing.found());
    }

    /** The checksum of zstd is right here, so only {@code verify} can see that it is another kernel's BTF. */
    @Test
    void exchangedBlobIsFoundByVerify() throws IOException {
        Archive archive = TestKernels.archive(dir, 9);
        List<String> twins = archive.entries().stream()
                .filter(entry -> packed(entry) == packed(archive.entries().getFirst()))
                .map(entry -> entry.id().toString())
                .toList();
        Path first = TestKernels.blobOf(archive, twins.getFirst());
        Files.write(first, Files.readAllBytes(TestKernels.blobOf(archive, twins.getLast())));

        List<String> damage = Verification.of(archive).damage();

        assertEquals(1, damage.size());
        assertTrue(damage.getFirst().contains("expected content of that sha256"), damage::toString);
    }

    private static int packed(CatalogEntry entry) {
        return ((BlobRef) Objects.requireNonNull(entry.btf())).packed();
    }

    @Test
    void damagedCatalogIsNamed() throws IOException {
        for (Map.Entry<String, String> damaged : Map.of(
                        "", "expected a JSON value",
                        "{\"format\": 1, \"kernels\": [", "expected JSON",
                        "{\"format\": 3, \"packs\": [], \"kernels\": []}", "expected format 2, found format 3",
                        "{\"format\": 2, \"kernels\": []}", "expected a list in 'packs'",
                        "{\"format\": 1}", "expected a list in 'kernels'",
                        "{\"format\": 1, \"kernels\": [7]}", "expected an object",
                        "{\"format\": 1, \"kernels\": []} x", "expected")
                .entrySet()) {
            Files.write(dir.resolve("catalog.json"), damaged.getKey().getBytes(StandardCharsets.UTF_8));
            MalformedInput error = assertThrows(MalformedInput.class, () -> Archive.open(dir));
            assertTrue(String.valueOf(error.getMessage()).contains(damaged.getValue()), error::getMessage);
        }
    }

    @Test
    void catalogCannotPointOutside() {
        assertThrows(MalformedInput.class, () -> new BlobRef("../../../../etc/passwd", 1, 1));
        assertThrows(MalformedInput.class, () -> new BlobRef("0".repeat(64), Integer.MAX_VALUE, 1));
    }

    @Test
    void emptyFolderIsNoArchive() {
        ArchiveProblem problem = assertThrows(ArchiveProblem.class, () -> Archive.open(dir));

        assertTrue(String.valueOf(problem.getMessage()).startsWith("no archive in " + dir));
    }

    @Test
    void locationIsTheOptionThenTheEnvironmentThenTheLaunchers() {
        var home = new Properties();
        home.setProperty("relogrid.home", "/opt/relogrid");
        Map<String, String> environment = Map.of("RELOGRID_ARCHIVE", "/srv/btf");

        assertEquals(Path.of("here"), ArchiveLocation.of(Path.of("here"), environment, home));
        assertEquals(Path.of("/srv/btf"), ArchiveLocation.of(null, environment, home));
        assertEquals(Path.of("/opt/relogrid/btf-archive"), ArchiveLocation.of(null, Map.of(), home));
        assertThrows(ArchiveProblem.class, () -> ArchiveLocation.of(null, Map.of(), new Properties()));
    }
}
