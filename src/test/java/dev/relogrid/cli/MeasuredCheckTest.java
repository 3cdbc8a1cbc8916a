package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.MeasuredArchive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.fixture.RealObjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kernels said when they were booted, from the archive to the report. */
final class MeasuredCheckTest {
    private static final String SAMPLE = "src/test/bpf/samples/helper_unguarded.bpf.o";
    private static final String ASKED = "debian/trixie/amd64/6.12.107+deb13-amd64";
    private static final String NEIGHBOUR = "debian/trixie/amd64/6.12.94+deb13-amd64";
    private static final int OBJECTS = 40;
    private static final int ASKED_KERNELS = 30;
    private static final int STEP = 41;

    @TempDir
    private Path dir = Path.of("");

    private String run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", dir.toString()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Main.run(
                all.toArray(String[]::new),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void reportsSayWhatWasMeasuredAndWhere() throws IOException {
        MeasuredArchive.in(dir);
        assertFalse(run("check", SAMPLE, "--kernel", ASKED).contains("measured"));
        MeasuredArchive.put(dir, ASKED, "helpers raw_tracepoint", "211");
        String report = run("check", SAMPLE, "--kernel", ASKED, "--kernel", NEIGHBOUR);
        assertTrue(report.contains("HELPER_NOT_ALLOWED"), report);
        assertTrue(report.contains("measured on this kernel: programs of type "), report);
        assertTrue(report.contains("measured on a neighbour: programs of type "), report);
        String json = run("check", SAMPLE, "--kernel", NEIGHBOUR, "--format", "json");
        assertTrue(json.contains("measured on a neighbour: programs of type "), json);
        String why = run("explain", SAMPLE, "helper_not_allowed", "--kernel", ASKED);
        assertTrue(why.contains("measured on this kernel"), why);
    }

    @Test
    void theArchiveSaysWhoseMeasurementsAKernelHas() throws IOException {
        MeasuredArchive.in(dir);
        assertTrue(run("archive", "show", ASKED).contains("measured   not\n"));
        MeasuredArchive.put(dir, ASKED, "helper xdp 1", "y");
        assertTrue(run("archive", "show", ASKED).contains("measured   on this kernel\n"));
        assertTrue(run("archive", "show", NEIGHBOUR).contains("measured   on its neighbour " + ASKED + "\n"));
        assertTrue(run("archive", "stats").contains("were booted and asked; these answer for "));
    }

    /** Kernels that said all sorts of things, at random, about what real objects ask. */
    private Archive askedAtRandom() throws IOException {
        MeasuredArchive.in(dir);
        Random random = new Random(7);
        List<StoredKernel> kernels = Archive.open(dir).kernels();
        List<String> kinds =
                List.of("kprobe", "tracepoint", "raw_tracepoint", "tracing.fentry", "tracing.fexit", "xdp");
        for (int k = 0; k < ASKED_KERNELS; k++) {
            List<String> facts = new ArrayList<>();
            for (String kind : kinds) {
                if (random.nextInt(4) > 0) {
                    facts.addAll(List.of("helpers " + kind, Integer.toString(150 + random.nextInt(60))));
                }
                for (int helper = 1; helper < 212; helper++) {
                    if (random.nextInt(12) > 0) {
                        facts.addAll(List.of("helper " + kind + " " + helper, random.nextInt(20) > 0 ? "y" : "target"));
                    }
                }
            }
            for (String fact : List.of(
                    "map_type hash",
                    "map_type ringbuf",
                    "prog_type kprobe",
                    "prog_type tracing",
                    "insn atomic_fetch_add",
                    "insn callback",
                    "map_flag mmapable",
                    "lsm file_open")) {
                if (random.nextInt(3) > 0) {
                    facts.addAll(List.of(fact, random.nextInt(5) > 0 ? "y" : "n"));
                }
            }
            String id = kernels.get(k * kernels.size() / ASKED_KERNELS).id();
            MeasuredArchive.put(dir, id, facts.toArray(String[]::new));
        }
        return Archive.open(dir);
    }

    @Test
    void everyKernelOfTheFamilyHasTheVerdictItHasAlone() throws Exception {
        List<StoredKernel> kernels = askedAtRandom().kernels();
        StoredKernel.Membership first =
                Objects.requireNonNull(kernels.getFirst().membership());
        List<Path> objects = RealObjects.all();
        int broken = 0;
        for (int o = 0; o < OBJECTS; o++) {
            Path file = objects.get(o * objects.size() / OBJECTS);
            ObjectSpecs specs = ObjectSpecs.of(
                    BpfObject.parse(Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN)));
            List<KernelVerdict> together = new FamilyJudge(new Judge(specs)).on(first.family());
            for (int i = o % STEP; i < together.size(); i += STEP) {
                KernelVerdict alone =
                        new Judge(specs).on(first.family().ask(i).kernel()).verdict();
                assertEquals(
                        alone, together.get(i), file + " on " + first.family().id(i));
                broken += alone.verdict() == Verdict.BROKEN ? 1 : 0;
            }
        }
        int found = broken;
        assertTrue(found > OBJECTS, () -> found + " verdicts were broken");
    }
}
