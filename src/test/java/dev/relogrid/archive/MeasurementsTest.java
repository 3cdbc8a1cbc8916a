package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.relogrid.archive.Measurements.Kernel;
import dev.relogrid.archive.Measurements.Row;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kernels said, written and read again; and what becomes of damage. */
final class MeasurementsTest {
    private static final String OLD = "debian/bookworm/amd64/6.1.0-50-amd64";
    private static final String NEW = "debian/trixie/amd64/6.12.107+deb13-amd64";

    @TempDir
    private Path dir = Path.of("");

    @BeforeEach
    void makeArchive() throws IOException {
        ArchiveWriter.open(dir).close();
        Files.write(
                dir.resolve(Archive.CATALOG), Catalog.of(List.of(), List.of()).toJson());
    }

    private String text() throws IOException {
        byte[] packed = Files.readAllBytes(dir.resolve(Measurements.FILE));
        return new String(Zstd.decompress(packed, (int) Zstd.getFrameContentSize(packed)), StandardCharsets.ISO_8859_1);
    }

    private void put(String kernel, String... factsAndValues) throws IOException {
        MeasuredArchive.put(dir, kernel, factsAndValues);
    }

    @Test
    void theFileIsASortedText() throws IOException {
        put(NEW, "probe version", "3", "helper xdp 1", "y", "helper xdp 211", "n", "limit insns", "1000000");
        put(OLD, "probe version", "2", "helper xdp 1", "y", "helper xdp 211", "EINVAL");
        assertEquals("""
                relogrid measured 1
                kernels 2
                debian/bookworm/amd64/6.1.0-50-amd64\t2
                debian/trixie/amd64/6.12.107+deb13-amd64\t3
                helper xdp 1\ty\t3
                helper xdp 211\tEINVAL\t1
                helper xdp 211\tn\t2
                limit insns\t1000000\t2
                """, text());
        assertEquals(
                List.of(new Kernel(OLD, "2"), new Kernel(NEW, "3")),
                Measurements.read(dir).kernels());
    }

    @Test
    void whatAKernelSaidBeforeGivesWay() throws IOException {
        put(OLD, "helper xdp 1", "n", "helper xdp 2", "y");
        put(NEW, "helper xdp 1", "n");
        put(OLD, "helper xdp 1", "y");
        Measurements read = Measurements.read(dir);
        assertEquals(MeasuredArchive.facts("helper xdp 1", "y"), read.facts(read.indexOf(OLD)));
        assertEquals(MeasuredArchive.facts("helper xdp 1", "n"), read.facts(read.indexOf(NEW)));
        put(OLD);
        assertEquals(List.of(new Kernel(NEW, "")), Measurements.read(dir).kernels());
        assertEquals(
                MeasuredArchive.facts("helper xdp 1", "n"),
                Measurements.read(dir).facts(0));
    }

    @Test
    void noFileMeansNoKernel() {
        assertEquals(List.of(), Measurements.read(dir).kernels());
        assertEquals(List.of(), Measurements.read(dir).rows("helper xdp 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there", "line\nend", "ü"})
    void whatIsNotPrintableIsNotKept(String text) {
        assertThrows(ArchiveProblem.class, () -> put(OLD, text, "y"));
        assertThrows(ArchiveProblem.class, () -> put(OLD, "helper xdp 1", text));
    }

    @Test
    void oneWriterAtATime() throws IOException {
        try (ArchiveWriter other = ArchiveWriter.open(dir)) {
            assertEquals(List.of(), other.prune());
            assertThrows(ArchiveProblem.class, () -> put(OLD, "helper xdp 1", "y"));
        }
    }

    @Test
    void everyFactOfManyKernelsIsFoundAndNoOther() throws IOException {
        Random random = new Random(5);
        Map<String, SortedMap<String, String>> said = new HashMap<>();
        for (int k = 0; k < 70; k++) {
            SortedMap<String, String> facts = new TreeMap<>();
            for (int i = 0; i < 60; i++) {
                String fact = "f" + "x y".substring(0, random.nextInt(4)) + random.nextInt(200);
                facts.put(fact, List.of("y", "n", "EINVAL").get(random.nextInt(3)));
            }
            String id = "debian/sid/amd64/7." + random.nextInt(1000) + "-" + k;
            said.put(id, facts);
            MeasurementsFile.put(dir, KernelId.of(id), facts);
        }
        Measurements read = Measurements.read(dir);
        assertEquals(70, read.kernels().size());
        for (String shape : List.of("f", "fx", "fx ", "fx y", "", "e", "g")) {
            for (int i = -1; i <= 200; i++) {
                String fact = shape + (i < 0 ? "" : i);
                Map<String, String> expected = new HashMap<>();
                said.forEach((id, facts) -> {
                    String value = facts.get(fact);
                    if (value != null) {
                        expected.put(id, value);
                    }
                });
                assertEquals(expected, found(read, fact), fact);
            }
        }
        said.forEach((id, facts) -> assertEquals(facts, read.facts(read.indexOf(id))));
    }

    private static Map<String, String> found(Measurements read, String fact) {
        Map<String, String> found = new HashMap<>();
        for (Row row : read.rows(fact)) {
            BitSet kernels = row.kernels();
            kernels.stream().forEach(i -> found.put(read.kernels().get(i).id(), row.value()));
        }
        return found;
    }

    private static final String HEAD = "relogrid measured 1\nkernels 2\na\t1\nb\t1\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | line 1 at offset 0x0: expected relogrid measured 1, found 'the end'",
                "'relogrid measured 2;' | line 1 at offset 0x0: expected relogrid measured 1, found 'relogrid measured 2'",
                "'relogrid measured 1;kernels x;' | line 2 at offset 0x14: expected kernels and a number up to 65536, found 'kernels x'",
                "'relogrid measured 1;kernels 99999;' | line 2 at offset 0x14: expected kernels and a number up to 65536, found 'kernels 99999'",
                "'relogrid measured 1;kernels 2;a,1;' | line 4 at offset 0x22: expected a kernel's id and a tab, found 'the end'",
                "'relogrid measured 1;kernels 2;b,1;a,1;' | line 4 at offset 0x22: expected kernels in order, each once, found 'a'",
            })
    void damagedHeadIsNamed(String text, String expected) {
        byte[] bytes = text.replace(';', '\n').replace(',', '\t').getBytes(StandardCharsets.ISO_8859_1);
        MalformedInput problem = assertThrows(MalformedInput.class, () -> Measurements.parse(bytes));
        assertEquals("archive measured.zst " + expected, problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'f,y,1' | line 5 at offset 0x2a: expected kernels and the line's end, found 'the end'",
                "'f,y;' | line 5 at offset 0x29: expected a value and a tab, found 'byte 0xa'",
                "'f,y,4;' | line 5 at offset 0x2a: expected a hexadecimal number of 2 bits, found '4'",
                "'f,y,g;' | line 5 at offset 0x2a: expected a hexadecimal number of 2 bits, found 'g'",
                "'f,y,0;' | line 5 at offset 0x2a: expected a hexadecimal number that begins with no zero, found '0'",
                "',y,1;' | line 5 at offset 0x26: expected a fact and its value, found 'nothing'",
                "'f,y,1;e,y,1;' | line 6 at offset 0x2c: expected lines in order, each once, found 'e'",
                "'f,n,1;f,y,3;' | line 6 at offset 0x2c: expected one value of 'f' for each kernel, found 'two'",
            })
    void damagedLineIsNamed(String lines, String expected) {
        byte[] bytes = (HEAD + lines.replace(';', '\n').replace(',', '\t')).getBytes(StandardCharsets.ISO_8859_1);
        Measurements read = Measurements.parse(bytes);
        MalformedInput problem = assertThrows(MalformedInput.class, read::all);
        assertEquals("archive measured.zst " + expected, problem.getMessage());
    }

    @Test
    void everyFlippedByteIsFoundAndTheArchiveWorksWithout() throws IOException {
        put(OLD, "helper xdp 1", "y", "helper xdp 211", "EINVAL", "insn v4 ldsx", "n");
        byte[] good = Files.readAllBytes(dir.resolve(Measurements.FILE));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x01;
            Files.write(dir.resolve(Measurements.FILE), bad);
            Archive archive = Archive.open(dir);
            List<String> damage = Verification.of(archive).damage();
            assertEquals(1, damage.size(), "byte " + i);
            assertTrue(damage.getFirst().startsWith("archive measured.zst at offset 0x0: expected "), damage::getFirst);
        }
        byte[] half = Arrays.copyOf(good, good.length / 2);
        Files.write(dir.resolve(Measurements.FILE), half);
        assertTrue(Archive.open(dir).measurementProblem().isPresent());
    }

    @Test
    void aHugeSizeIsNotBelieved() throws IOException {
        Files.write(dir.resolve(Measurements.FILE), Zstd.compress(new byte[(1 << 26) + 1]));
        MalformedInput problem = assertThrows(MalformedInput.class, () -> Measurements.read(dir));
        assertTrue(String.valueOf(problem.getMessage()).contains("up to 67108864 bytes"), problem::getMessage);
    }
}
