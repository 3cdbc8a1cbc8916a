package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.image.Extraction;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Kernels in packs are as good as kernels in blobs, and what is wrong with one pack is wrong with no other. */
final class ArchivePackTest {
    private static final String SID = "debian/sid/amd64/";
    private static final Packing.Progress QUIET = (_, _, _) -> {};

    @TempDir
    private Path dir = Path.of("");

    /** Kernels 1 to {@code last}, of which those from {@code first} on go into a pack of their own. */
    private PackRef packed(int first, int last) throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            for (int i = first; i <= last; i++) {
                writer.add(TestKernels.kernel(SID + i, TestKernels.btf("type_" + i)), false);
            }
            return Objects.requireNonNull(writer.pack(false, QUIET));
        }
    }

    private Path file(PackRef pack) {
        return Packs.file(dir, pack.sha256());
    }

    private String typeOf(String id) {
        return Objects.requireNonNull(Archive.open(dir).kernel(id).vmlinux()).name(1);
    }

    private List<String> ids() {
        return Archive.open(dir).entries().stream()
                .map(entry -> entry.id().toString())
                .toList();
    }

    @Test
    void everythingComesBack() throws IOException {
        byte[] config = "CONFIG_BPF=y\n".getBytes(StandardCharsets.US_ASCII);
        byte[] symbols = "T do_exit\n".getBytes(StandardCharsets.US_ASCII);
        NewKernel kernel = TestKernels.withModule(
                        TestKernels.kernel(SID + 1, TestKernels.btf("pid_t")), "m", TestKernels.split("pid_t", "nat_t"))
                .withConfig(config)
                .withSymbols(symbols);
        NewKernel none = new NewKernel(
                KernelId.of(SID + 2), kernel.origin(), new Extraction.NoBtf("built without"), new TreeMap<>());
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.add(kernel, false);
            writer.add(none, false);
            assertNotNull(writer.pack(false, QUIET));
            assertNull(writer.pack(false, QUIET));
        }

        Archive archive = Archive.open(dir);
        StoredKernel found = archive.kernel(SID + 1);
        assertEquals("pid_t", typeOf(SID + 1));
        assertEquals("nat_t", found.modules().getFirst().btf().name(2));
        assertEquals(kernel.origin(), archive.find(SID + 1).origin());
        assertArrayEquals(config, archive.config(archive.find(SID + 1)));
        assertArrayEquals(symbols, archive.symbols(archive.find(SID + 1)));
        assertEquals("built without", archive.kernel(SID + 2).noBtf());
        assertEquals(List.of(), archive.blobs().list());
    }

    @Test
    void verifyCountsPacksAndNamesUnusedOnes() throws IOException {
        PackRef pack = packed(1, 3);
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.add(TestKernels.kernel(SID + 4, TestKernels.btf("type_4")), false);
        }
        String unused = "0".repeat(64);
        Files.write(Packs.file(dir, unused), new byte[10]);

        Verification found = Verification.of(Archive.open(dir));

        assertEquals(List.of(), found.damage());
        assertEquals(4, found.kernels());
        assertEquals(2, found.blobs());
        long blob = Files.size(TestKernels.blobOf(Archive.open(dir), SID + 4));
        assertEquals(pack.size() + blob, found.bytes());
        assertEquals(List.of(unused), found.unused());
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            assertEquals(List.of(unused), writer.prune());
        }
        assertTrue(Files.exists(file(pack)));
    }

    @Test
    void oneFlippedByteIsTheFaultOfOnePack() throws IOException {
        PackRef first = packed(1, 3);
        PackRef second = packed(4, 5);
        byte[] whole = Files.readAllBytes(file(first));
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file(first), damaged);

            Archive archive = Archive.open(dir);

            List<String> damage = Verification.of(archive).damage();
            assertEquals(1, damage.size(), () -> damage.toString());
            assertTrue(damage.getFirst().startsWith("pack " + first.sha256() + " with 3 kernels: "), damage::toString);
            assertEquals("type_5", typeOf(SID + 5));
            assertEquals(
                    archive.damagedPacks().isEmpty() ? 5 : 2, archive.entries().size());
        }
        assertEquals(List.of(first, second), Archive.open(dir).packs());
    }

    @Test
    void whoAsksAboutADamagedPackIsToldOfIt() throws IOException {
        PackRef pack = packed(1, 3);
        Files.delete(file(pack));
        Archive archive = Archive.open(dir);

        for (Executable question : List.<Executable>of(() -> ArchiveStats.of(archive), () -> archive.find(SID + 1))) {
            ArchiveProblem problem = assertThrows(ArchiveProblem.class, question);
            assertTrue(String.valueOf(problem.getMessage()).contains("pack " + pack.sha256()), problem::getMessage);
        }
    }

    @Test
    void missingCutAndExchangedPacks() throws IOException {
        PackRef first = packed(1, 3);
        PackRef second = packed(4, 5);
        byte[] whole = Files.readAllBytes(file(first));

        Files.write(file(first), new byte[] {1, 2, 3});
        assertEquals(
                List.of("pack " + first.sha256() + " with 3 kernels: at offset 0x0: expected " + whole.length
                        + " bytes, found 3 bytes"),
                Archive.open(dir).damagedPacks());
        Files.delete(file(first));
        assertTrue(Archive.open(dir).damagedPacks().getFirst().endsWith("found no such file"));
        assertEquals(List.of(SID + 4, SID + 5), ids());
        assertEquals(1, Verification.of(Archive.open(dir)).damage().size());
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            ArchiveProblem refused = assertThrows(ArchiveProblem.class, () -> writer.pack(true, QUIET));
            assertTrue(String.valueOf(refused.getMessage())
                    .startsWith("not packed, because kernels would be lost: pack "));
            assertEquals(List.of(), writer.prune());
        }

        Files.write(file(first), whole);
        assertEquals(5, ids().size());
        assertTrue(Files.exists(file(second)));
    }

    @Test
    void addingWhatAPackHas() throws IOException {
        PackRef first = packed(1, 3);
        NewKernel other = TestKernels.kernel(SID + 2, TestKernels.btf("other"));
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.add(TestKernels.kernel(SID + 2, TestKernels.btf("type_2")), false);
            assertEquals(List.of(), Archive.open(dir).blobs().list());

            assertThrows(ArchiveProblem.class, () -> writer.add(other, false));
            assertEquals("type_2", typeOf(SID + 2));

            writer.add(other, true);
            assertEquals("other", typeOf(SID + 2));
            assertEquals(3, ids().size());

            writer.pack(false, QUIET);
            assertEquals("other", typeOf(SID + 2));
            assertEquals(2, Archive.open(dir).packs().size());

            PackRef all = Objects.requireNonNull(writer.pack(true, QUIET));
            assertEquals(3, all.kernels());
            assertEquals(List.of(all.sha256()), Packs.list(dir));
            assertTrue(Files.notExists(file(first)));
        }
        assertEquals("other", typeOf(SID + 2));
        assertEquals(List.of(SID + 1, SID + 2, SID + 3), ids());
    }

    @Test
    void packingWhatIsPackedChangesNothing() throws IOException {
        PackRef first = packed(1, 3);
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            assertEquals(first, writer.pack(true, QUIET));
            assertThrows(ArchiveProblem.class, () -> ArchiveWriter.openExisting(dir));
        }
        assertEquals(List.of(first), Archive.open(dir).packs());
    }

    @Test
    void whatCannotBePackedStaysAsItWas() throws IOException {
        byte[] circle = TestKernels.btf("");
        circle[28 + 3] = 2; // a pointer without a name
        circle[32] = 1; // to itself
        byte[] hostile = Arrays.copyOf(circle, circle.length);
        packed(1, 2);
        NewKernel kernel = TestKernels.kernel(SID + 3, withoutLastWord(hostile));
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.add(kernel, false);
            byte[] catalog = Files.readAllBytes(dir.resolve("catalog.json"));
            List<String> packs = Packs.list(dir);

            assertThrows(MalformedInput.class, () -> writer.pack(true, QUIET));

            assertArrayEquals(catalog, Files.readAllBytes(dir.resolve("catalog.json")));
            assertEquals(packs, Packs.list(dir));
        }
        assertEquals(3, ids().size());
    }

    /** A type of three words where there was one of four. */
    private static byte[] withoutLastWord(byte[] btf) {
        byte[] cut = new byte[btf.length - 4];
        System.arraycopy(btf, 0, cut, 0, 36);
        System.arraycopy(btf, 40, cut, 36, btf.length - 40);
        cut[12] = 12;
        cut[16] = 12;
        return cut;
    }
}
