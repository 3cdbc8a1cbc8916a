package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.kernel.Measured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of all shipped kernels, some with measurements, exactly those that answer alike are said to. */
final class WitnessMeasuredTest {
    private static final List<String> FACTS =
            List.of("helper xdp 1", "helper xdp 211", "kfunc xdp f", "insn v4 ldsx", "limit insns", "nobody said");
    private static final List<String> VALUES = List.of("y", "n", "EINVAL");

    @TempDir
    private Path dir = Path.of("");

    /** Every eleventh kernel was asked, but for those of 6.1, and said something or nothing. */
    private Archive measured() throws IOException {
        Random random = new Random(11);
        MeasuredArchive.in(dir);
        List<CatalogEntry> entries = Archive.open(dir).entries();
        for (int i = 0; i < entries.size(); i += 11) {
            String id = entries.get(i).id().toString();
            if (!NeighbourKey.of(entries.get(i).id()).line().equals("debian 6.1")) {
                MeasuredArchive.put(dir, id, "asked", "y");
                for (String fact : FACTS.subList(0, 5)) {
                    String value = VALUES.get(random.nextInt(3));
                    if (random.nextInt(4) > 0) {
                        MeasuredArchive.put(dir, id, add(dir, id, fact, value));
                    }
                }
            }
        }
        return Archive.open(dir);
    }

    private static String[] add(Path dir, String id, String fact, String value) {
        Measurements read = Measurements.read(dir);
        List<String> all = new ArrayList<>(List.of(fact, value));
        read.facts(read.indexOf(id)).forEach((known, said) -> all.addAll(List.of(known, said)));
        return all.toArray(String[]::new);
    }

    private static Object value(Kernel kernel, String fact) {
        Measured measured = kernel.measured();
        return measured == null ? "not measured" : "=" + measured.value(fact);
    }

    private static Object where(Kernel kernel) {
        Measured measured = kernel.measured();
        return measured == null ? "not measured" : measured.where();
    }

    /** @return how many different answers there are */
    private static int assertExact(Archive archive, Function<Kernel, Object> question) {
        List<StoredKernel> kernels = archive.kernels();
        KernelFamily family =
                Objects.requireNonNull(kernels.getFirst().membership()).family();
        Object[] answers = new Object[family.size()];
        for (StoredKernel kernel : kernels) {
            answers[Objects.requireNonNull(kernel.membership()).index()] = question.apply(kernel);
        }
        for (int i = 0; i < family.size(); i++) {
            KernelFamily.Witness witness = family.ask(i);
            BitSet expected = witness.sameAnswers();
            for (int j = 0; j < answers.length; j++) {
                if (!answers[j].equals(answers[i])) {
                    expected.clear(j);
                }
            }
            assertEquals(answers[i], question.apply(witness.kernel()), family.id(i));
            assertEquals(expected, witness.sameAnswers(), family.id(i));
        }
        return Math.toIntExact(Arrays.stream(answers).distinct().count());
    }

    @Test
    void witnessesSpeakForThoseWhoSayTheSameAndNoOthers() throws IOException {
        Archive archive = measured();
        assertEquals(2, assertExact(archive, kernel -> kernel.measured() == null));
        for (String fact : FACTS) {
            int different = assertExact(archive, kernel -> value(kernel, fact));
            assertEquals(fact.equals("nobody said") ? 2 : 5, different, fact);
        }
        assertEquals(4, assertExact(archive, WitnessMeasuredTest::where));
        assertTrue(assertExact(archive, kernel -> List.of(value(kernel, FACTS.get(0)), value(kernel, FACTS.get(3))))
                > 8);
        assertTrue(assertExact(archive, kernel -> List.of(value(kernel, FACTS.get(1)), where(kernel))) > 8);
    }

    @Test
    void neighboursOfAnotherArchitectureAnswerOnlyWhatDependsOnNone() throws IOException {
        MeasuredArchive.in(dir);
        MeasuredArchive.put(dir, "debian/sid/amd64/7.2.13+deb14-amd64", "helper xdp 1", "y", "insn v4 ldsx", "n");
        Archive archive = Archive.open(dir);
        assertEquals("=y", value(archive.kernel("debian/sid/arm64/7.2.13+deb14-arm64"), "helper xdp 1"));
        assertEquals("=null", value(archive.kernel("debian/sid/arm64/7.2.13+deb14-arm64"), "insn v4 ldsx"));
        assertEquals("=n", value(archive.kernel("debian/sid/amd64/7.2.13+deb14-amd64"), "insn v4 ldsx"));
        assertNull(archive.kernel("debian/bookworm/amd64/6.1.0-50-amd64").measured());
        assertTrue(assertExact(archive, kernel -> value(kernel, "insn v4 ldsx")) == 3);
    }

    @Test
    void withoutMeasurementsNobodyIsToldApart() throws IOException {
        assertEquals(1, assertExact(Archive.open(MeasuredArchive.in(dir)), kernel -> value(kernel, "no such fact")));
    }

    @Test
    void kernelsInNoPackAnswerToo() throws IOException {
        Archive sample = Archive.open(SampleArchive.dir());
        Files.copy(SampleArchive.dir().resolve(Archive.CATALOG), dir.resolve(Archive.CATALOG));
        MeasuredArchive.put(dir, "debian/trixie/amd64/6.12.107+deb13-cloud-amd64", "helper xdp 1", "y");
        Archive archive = Archive.open(dir);
        assertEquals(sample.entries(), archive.entries());
        assertEquals("on this kernel", where(archive.kernel("debian/trixie/amd64/6.12.107+deb13-cloud-amd64")));
        assertEquals(
                "on a neighbour", where(archive.kernel("debian/bookworm-security/amd64/6.12.117+deb12-cloud-amd64")));
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        MeasuredArchive.in(dir);
        Files.write(dir.resolve(Measurements.FILE), "relogrid measured".getBytes(StandardCharsets.US_ASCII));
        Archive archive = Archive.open(dir);
        assertNull(archive.kernels().getFirst().measured());
        assertEquals(1, assertExact(archive, kernel -> kernel.measured() == null));
        assertTrue(archive.measurementProblem().isPresent());
    }
}
