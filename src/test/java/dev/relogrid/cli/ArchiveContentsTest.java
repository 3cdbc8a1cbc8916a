package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.pack.PackedKernel;
import dev.relogrid.archive.pack.SameTypes;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RealObjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Packing, listing, counting and exporting, from the outside, on real kernels. */
final class ArchiveContentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_BTF = "debian/sid/armhf/1";

    @TempDir
    private static Path packed = Path.of("");

    @TempDir
    private Path dir = Path.of("");

    private static final Archive SHIPPED = Archive.open(ShippedFiles.ARCHIVE);
    private static final List<CatalogEntry> KERNELS = PackedKernels.three(SHIPPED);

    @BeforeAll
    static void pack() throws IOException {
        PackedKernels.write(packed, SHIPPED, KERNELS);
        assertEquals(0, parts(stats(packed), "definitions"), "nothing is packed yet");
        assertEquals(0, parts(stats(packed), "xzBytes"));
        assertTrue(stats(packed).path("ratio").isNull());
        String report = archive(packed, "pack").report();
        assertTrue(report.startsWith("4 kernels in pack "), report);
        assertEquals(
                "nothing to pack: all kernels are in packs\n",
                archive(packed, "pack").report());
    }

    private static Outcome archive(Path archive, String command, String... args) {
        return Outcome.of(Stream.concat(Stream.of("archive", command, "--archive=" + archive), Stream.of(args))
                .toArray(String[]::new));
    }

    private static JsonNode stats(Path archive) {
        return JSON.readTree(archive(archive, "stats", "--format=json").report());
    }

    private static long parts(JsonNode stats, String field) {
        return stats.path(field).asLong(-1);
    }

    private static long onDisk(Path archive) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += file.endsWith(".lock") ? 0 : Files.size(file);
            }
        }
        return size;
    }

    @Test
    void statsAreTheSumsOfWhatIsThere() throws IOException {
        JsonNode stats = stats(packed);
        long raw = 0;
        long types = 0;
        long modules = 0;
        for (CatalogEntry entry : KERNELS) {
            StoredKernel kernel = SHIPPED.kernel(entry);
            Btf vmlinux = Objects.requireNonNull(kernel.vmlinux());
            raw += vmlinux.raw().length;
            types += vmlinux.typeCount() - 1;
            for (NamedBtf module : kernel.modules()) {
                raw += module.btf().raw().length;
                types += module.btf().typeCount() - vmlinux.typeCount();
                modules++;
            }
        }
        assertEquals(3, parts(stats, "kernels"));
        assertEquals(1, parts(stats, "kernelsWithoutBtf"));
        assertEquals(modules, parts(stats, "modules"));
        assertEquals(types, parts(stats, "types"));
        assertEquals(raw, parts(stats, "rawBytes"));
        assertEquals(onDisk(packed), parts(stats, "bytes"));
        assertEquals(onDisk(packed) / 3, parts(stats, "bytesPerKernel"));
        assertEquals(0, parts(stats, "unmeasuredParts"));
        assertEquals(
                (double) parts(stats, "xzBytes") / onDisk(packed),
                stats.path("ratio").asDouble(),
                1e-9);
        assertTrue(stats.path("ratio").asDouble() > 0.5, stats::toString);
        assertTrue(parts(stats, "definitions") > 10_000 && parts(stats, "definitions") < types, stats::toString);
        long sections = 0;
        for (JsonNode section : stats.at("/packs/0/sections")) {
            sections += parts(section, "bytes");
        }
        long header = parts(stats.at("/packs/0"), "bytes") - sections;
        assertTrue(header > 0 && header < 1000, stats::toString);
        assertEquals(4, parts(stats.at("/packs/0"), "kernels"));
    }

    @Test
    void xzSizesAreThoseOfTheRawFiles() throws IOException {
        CatalogEntry oldest = KERNELS.getFirst();
        var xz = new ByteArrayOutputStream();
        try (var out = new XZOutputStream(xz, new LZMA2Options())) {
            out.write(Objects.requireNonNull(SHIPPED.kernel(oldest).vmlinux()).raw());
        }
        JsonNode all = JSON.readTree(archive(packed, "list", "--format=json").report());
        long sum = 0;
        for (JsonNode kernel : all.path("kernels")) {
            sum += parts(kernel, "xzBytes");
            if (kernel.path("id").asString().equals(oldest.id().toString())) {
                PackedKernel row = Objects.requireNonNull(Archive.open(packed)
                        .packed(Archive.open(packed).find(oldest.id().toString())));
                assertEquals(xz.size(), row.types().xzSize());
            }
        }
        assertEquals(parts(stats(packed), "xzBytes"), sum);
    }

    @Test
    void whatIsInNoPackIsNotMeasured() throws IOException {
        Path mixed = dir.resolve("mixed");
        copy(packed, mixed);
        CatalogEntry other = SHIPPED.entries().stream()
                .filter(entry -> entry.btf() != null
                        && !KERNELS.contains(entry)
                        && entry.modules().isEmpty())
                .findFirst()
                .orElseThrow();
        try (var writer = ArchiveWriter.openExisting(mixed)) {
            writer.add(PackedKernels.anew(SHIPPED.kernel(other), other), false);
        }
        JsonNode before = stats(packed);
        JsonNode stats = stats(mixed);
        assertEquals(4, parts(stats, "kernels"));
        assertEquals(1, parts(stats, "unmeasuredParts"));
        assertEquals(parts(before, "xzBytes"), parts(stats, "xzBytes"));
        assertEquals(onDisk(mixed), parts(stats, "bytes"));
        assertEquals(
                (double) parts(stats, "xzBytes") / parts(stats, "measuredBytes"),
                stats.path("ratio").asDouble(),
                1e-9);
        assertTrue(parts(stats, "measuredBytes") < parts(before, "bytes") + 10_000, stats::toString);
        String text = archive(mixed, "stats").report();
        assertTrue(text.contains("\nnot measured "), text);
        String list = archive(mixed, "list").report();
        assertTrue(list.lines().filter(line -> line.contains(" blob ")).count() == 1, list);

        assertTrue(archive(mixed, "pack", "--all").report().startsWith("5 kernels in pack "));
        assertEquals(0, parts(stats(mixed), "unmeasuredParts"));
        assertEquals(1, stats(mixed).path("packs").size());
        assertEquals(0, archive(mixed, "verify").code());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void theListSaysWhereEachIs() throws IOException {
        String pack;
        try (Stream<Path> files = Files.list(packed.resolve("packs"))) {
            pack = files.findFirst().orElseThrow().getFileName().toString().substring(0, 8);
        }
        List<String> lines = archive(packed, "list").report().lines().toList();
        assertEquals("4 kernels", lines.getLast());
        for (CatalogEntry entry : KERNELS) {
            String line = lines.stream()
                    .filter(l -> l.contains(entry.id() + " "))
                    .findFirst()
                    .orElseThrow();
            String numbers = entry.modules().size() + "  yes     yes";
            assertTrue(line.contains("  " + pack + "  ") && line.endsWith(numbers), line);
        }
        assertTrue(
                lines.stream().anyMatch(line -> line.contains(NO_BTF) && line.contains("  none  ")), lines::toString);
        archive(packed, "list", "nonsense")
                .assertNoAnswer("no kernel matches 'nonsense'; 'relogrid kernels' lists all 4");
    }

    @Test
    void whatIsExportedIsWhatWasPacked() throws IOException {
        for (CatalogEntry entry : KERNELS) {
            Path file = dir.resolve("vmlinux");
            Path modules = dir.resolve("modules-" + entry.id().release());
            assertEquals(
                    "",
                    export(entry, "-o", file.toString(), "--modules", modules.toString())
                            .report());
            StoredKernel kernel = SHIPPED.kernel(entry);
            Btf raw = Objects.requireNonNull(kernel.vmlinux());
            Btf exported = Btf.parse(bytes(file));
            SameTypes.check(entry.id().toString(), raw, exported);
            for (NamedBtf module : kernel.modules()) {
                Btf split = Btf.parseSplit(bytes(modules.resolve(module.name())), exported);
                SameTypes.check(module.name(), module.btf(), split);
            }
            try (Stream<Path> files = Files.list(modules)) {
                assertEquals(kernel.modules().size(), files.count());
            }
        }
    }

    private static Bytes bytes(Path file) throws IOException {
        return Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN);
    }

    private static Outcome export(CatalogEntry entry, String... args) {
        return archive(
                packed,
                "export",
                Stream.concat(Stream.of(entry.id().toString()), Stream.of(args)).toArray(String[]::new));
    }

    @Test
    void libbpfFindsInItWhatItFindsInTheOriginal() throws Exception {
        CatalogEntry entry = KERNELS.get(1);
        List<String> original = new ArrayList<>();
        List<String> exported = new ArrayList<>();
        StoredKernel kernel = SHIPPED.kernel(entry);
        Path modules = dir.resolve("modules");
        original.add(Files.write(
                        dir.resolve("original"),
                        Objects.requireNonNull(kernel.vmlinux()).raw())
                .toString());
        exported.add(dir.resolve("vmlinux").toString());
        export(entry, "-o", exported.getFirst(), "--modules", modules.toString())
                .report();
        Path originals = Files.createDirectories(dir.resolve("originals"));
        for (NamedBtf module : kernel.modules()) {
            original.add(
                    Files.write(originals.resolve(module.name()), module.btf().raw())
                            .toString());
            exported.add(modules.resolve(module.name()).toString());
        }
        List<Path> objects = RealObjects.all().stream().limit(150).toList();
        List<String> expected = records(objects, original);
        assertEquals(expected, records(objects, exported));
        assertTrue(expected.size() > 500, () -> "too little compared: " + expected.size());
    }

    private static List<String> records(List<Path> objects, List<String> kernel) throws Exception {
        List<String> records = new ArrayList<>();
        List<List<String>> questions = objects.stream()
                .map(object -> Stream.concat(Stream.of(object.toString()), kernel.stream())
                        .toList())
                .toList();
        Oracle.ask(Path.of(kernel.getFirst()), questions, (i, answer) -> {
            if (answer != null) {
                answer.relocations().forEach(record -> records.add(objects.get(i) + " " + record));
            }
        });
        return records;
    }

    @Test
    void stdoutGetsTheSameBytesUnlessItIsATerminal() throws IOException {
        String id = KERNELS.getFirst().id().toString();
        Path file = dir.resolve("vmlinux");
        archive(packed, "export", id, "-o", file.toString()).report();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] args = {"archive", "export", id, "--archive=" + packed};
        assertEquals(0, Main.run(args, new PrintStream(out), new PrintStream(err)));
        assertArrayEquals(Files.readAllBytes(file), out.toByteArray());
        Outcome.of(new Terminal(true, 80, true, Map.of()), args)
                .assertNoAnswer("BTF is not for a terminal: give -o FILE, or send it into a file or a pipe");
    }

    @Test
    void whatCannotBeExportedIsOneSentence() throws IOException {
        archive(packed, "export", NO_BTF).assertNoAnswer(NO_BTF + " has no BTF: it was built without");
        Path absent = dir.resolve("absent/vmlinux");
        export(KERNELS.getFirst(), "-o", absent.toString()).assertNoAnswer(absent + ": no such file");
        Path text = Files.writeString(dir.resolve("text"), "hello");
        Outcome damaged = export(KERNELS.getFirst(), "--min", text.toString());
        assertEquals(2, damaged.code());
        assertTrue(damaged.err().startsWith("relogrid: " + text + ": ELF header "), damaged::err);
        Outcome both = export(KERNELS.getFirst(), "--min", text.toString(), "--modules", "x");
        assertTrue(both.err().startsWith("relogrid: --modules does not go with --min"), both::err);
        assertEquals(2, archive(packed, "export", "nonsense").code());
        assertEquals(2, archive(dir.resolve("none"), "stats").code());
        assertEquals(2, archive(dir.resolve("none"), "pack").code());
    }
}
