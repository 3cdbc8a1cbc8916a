package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A check of the whole shipped archive, as somebody runs it who has hundreds of kernels in one file. */
final class ShippedPackTest {
    private static final Path SHIPPED = Path.of("btf-archive");
    private static final String OBJECT = "src/test/bpf/samples/ctime.bpf.o";

    @TempDir
    private Path folder = Path.of("");

    private record Run(int code, String out, String err) {}

    private static Run check(Path archive, String... options) {
        List<String> all = new ArrayList<>(List.of("check", OBJECT, "--archive", archive.toString()));
        all.addAll(List.of(options));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                all.toArray(String[]::new),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyKernelHasAVerdictInTheArchivesOrder() {
        JsonNode report =
                new ObjectMapper().readTree(check(SHIPPED, "--format", "json").out());
        JsonNode object = report.path("objects").path(0);
        List<String> judged = new ArrayList<>();
        object.path("kernels")
                .forEach(kernel -> judged.add(kernel.path("kernel").asString()));
        List<String> aside = new ArrayList<>();
        object.path("otherByteOrder").forEach(kernel -> aside.add(kernel.asString()));
        List<String> all = new ArrayList<>(Archive.open(SHIPPED).entries().stream()
                .map(entry -> entry.id().toString())
                .toList());
        assertTrue(all.containsAll(aside) && aside.stream().allMatch(id -> id.contains("/s390x/")), aside::toString);
        all.removeAll(aside);
        assertEquals(all, judged);
    }

    @Test
    void manyKernelsAreGroupedUnlessEachIsAskedFor() {
        String grouped = check(SHIPPED).out();
        assertTrue(grouped.contains("6.12 and later"), grouped);
        assertTrue(grouped.contains("debian/bookworm/s390x (all 2)"), grouped);
        assertTrue(grouped.lines().count() < 60, grouped);
        String each = check(SHIPPED, "--each").out();
        assertTrue(each.lines().count() > Archive.open(SHIPPED).entries().size(), each);
    }

    @Test
    void damageIsAFewSentencesAndNotOneForEachKernel() throws IOException {
        Path pack = copy();
        byte[] bytes = Files.readAllBytes(pack);
        // docs/ARCHIVE.md: the third of the sections, whose entries begin at 16 and have 28 bytes
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long definitions = header.getLong(16 + 2 * 28 + 8);
        long end = definitions + header.getLong(16 + 2 * 28 + 20);
        for (long at = definitions + header.getInt(16 + 2 * 28 + 16); at < end; at += 512) {
            bytes[(int) at] ^= 0x55;
        }
        Files.write(pack, bytes);

        Run run = check(folder);

        assertEquals(ExitCode.NO_ANSWER, run.code());
        assertTrue(run.out().contains("617 not answered"), run.out());
        assertTrue(run.err().lines().count() < 60, run.err());
        assertTrue(run.err().contains(" more: pack "), run.err());
        assertTrue(run.err().contains("expected an intact zstd frame"), run.err());
    }

    private Path copy() throws IOException {
        Files.copy(SHIPPED.resolve("catalog.json"), folder.resolve("catalog.json"));
        Files.createDirectories(folder.resolve("packs"));
        try (Stream<Path> packs = Files.list(SHIPPED.resolve("packs"))) {
            Path pack = packs.findFirst().orElseThrow();
            return Files.copy(pack, folder.resolve("packs").resolve(pack.getFileName()));
        }
    }
}
