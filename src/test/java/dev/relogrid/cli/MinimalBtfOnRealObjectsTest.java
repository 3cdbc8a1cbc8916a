package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.Judgement;
import dev.relogrid.engine.verdict.MinimalBtf;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What real objects need of real kernels: verdicts, patched instructions and what libbpf says are the same as against all
 * types. What was compared is printed.
 */
final class MinimalBtfOnRealObjectsTest {
    private static final int OBJECTS = 80;
    private static final double LARGEST_PART = 0.05;
    private static final List<String> FIELDS = List.of(
            "sec",
            "insn_off",
            "kind",
            "status",
            "stage",
            "rc",
            "ncands",
            "nmatch",
            "orig_val",
            "new_val",
            "poison",
            "validate",
            "memsz",
            "before",
            "after");

    @TempDir
    private Path dir = Path.of("");

    /** A kernel without modules, by the same name whatever its types. */
    private record Alone(Btf vmlinux) implements Kernel {
        @Override
        public String id() {
            return "kernel";
        }

        @Override
        public List<NamedBtf> modules() {
            return List.of();
        }
    }

    /** Real objects with relocations, spread over all there are. */
    private static List<Path> objects() throws IOException {
        List<Path> relocated = new ArrayList<>();
        for (Path file : RealObjects.all()) {
            BpfObject object = object(file).object();
            if (!object.relocations().isEmpty() && object.refusal() == null) {
                relocated.add(file);
            }
        }
        int step = Math.max(1, relocated.size() / OBJECTS);
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < relocated.size(); i += step) {
            some.add(relocated.get(i));
        }
        assertTrue(some.size() >= 40, () -> "too few objects: " + some.size());
        return some;
    }

    private static ObjectSpecs object(Path file) throws IOException {
        return ObjectSpecs.of(BpfObject.parse(bytes(file)));
    }

    private static Bytes bytes(Path file) throws IOException {
        return Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN);
    }

    private static List<StoredKernel> kernels() {
        Archive shipped = Archive.open(ShippedFiles.ARCHIVE);
        List<CatalogEntry> some = PackedKernels.three(shipped);
        return List.of(shipped.kernel(some.getFirst()), shipped.kernel(some.getLast()));
    }

    /** How relocations end; what else a kernel offers is not in minimal BTF. */
    private static List<String> endings(List<RelocationResult> results) {
        return results.stream()
                .map(result -> result.status().word() + " " + result.errno() + " " + result.why())
                .toList();
    }

    @Test
    void eachObjectAloneHasTheSameEndingsAndInstructions() throws IOException {
        long largest = 0;
        int relocations = 0;
        int pairs = 0;
        for (StoredKernel kernel : kernels()) {
            Btf all = Objects.requireNonNull(kernel.vmlinux());
            for (Path file : objects()) {
                ObjectSpecs object = object(file);
                MinimalBtf minimal = new MinimalBtf(all);
                minimal.add(object);
                byte[] section = minimal.section();
                Btf some = Btf.parse(Bytes.of("minimal", section, ByteOrder.LITTLE_ENDIAN));
                Judge judge = new Judge(object);
                Judgement expected = judge.on(new Alone(all));
                Judgement found = judge.on(new Alone(some));
                String where = file + " on " + kernel.id();
                assertEquals(endings(expected.relocations()), endings(found.relocations()), where);
                assertEquals(written(expected.relocations()), written(found.relocations()), where);
                assertTrue(section.length < LARGEST_PART * all.raw().length, () -> where + ": " + section.length);
                largest = Math.max(largest, section.length);
                relocations += expected.relocations().size();
                pairs++;
            }
        }
        System.out.println("minimal BTF: " + pairs + " (object, kernel) pairs with " + relocations
                + " relocations as against all types; the largest has " + largest + " bytes");
    }

    private static List<String> written(List<RelocationResult> results) {
        return results.stream()
                .filter(result -> result.record().relo().kind() != ReloKind.TYPE_ID_TARGET.ordinal())
                .map(result -> result.status() + " " + result.value() + " " + result.after())
                .toList();
    }

    @Test
    void libbpfFindsTheSameInOneForAllObjects() throws Exception {
        List<Path> objects = objects();
        int compared = 0;
        for (StoredKernel kernel : kernels()) {
            Path all = Files.write(
                    dir.resolve("all.btf"),
                    Objects.requireNonNull(kernel.vmlinux()).raw());
            Path some = dir.resolve("some.btf");
            List<String> args = new ArrayList<>(List.of(
                    "archive", "export", kernel.id(), "--archive=" + ShippedFiles.ARCHIVE, "-o", some.toString()));
            objects.forEach(object -> args.addAll(List.of("--min", object.toString())));
            Outcome outcome = Outcome.of(args.toArray(String[]::new));
            assertEquals(0, outcome.code(), outcome::err);
            assertTrue(Files.size(some) < LARGEST_PART * Files.size(all), () -> kernel.id() + ": " + some);
            List<String> expected = records(objects, all);
            assertEquals(expected, records(objects, some), kernel.id());
            compared += expected.size();
            System.out.println("minimal BTF of " + objects.size() + " objects on " + kernel.id() + ": "
                    + Files.size(some) + " of " + Files.size(all) + " bytes, " + expected.size()
                    + " relocations as libbpf has them");
        }
        assertTrue(compared > 500, "too little compared: " + compared);
    }

    private static List<String> records(List<Path> objects, Path vmlinux) throws Exception {
        List<String> records = new ArrayList<>();
        List<List<String>> questions = objects.stream()
                .map(object -> List.of(object.toString(), vmlinux.toString()))
                .toList();
        Oracle.ask(vmlinux, questions, (i, answer) -> {
            if (answer != null) {
                answer.relocations().forEach(record -> records.add(objects.get(i) + " " + text(record)));
            }
        });
        return records;
    }

    /** Without the ids that the kernel's types have. */
    private static String text(JsonNode record) {
        boolean isId = record.path("kind").asString("").equals("target_type_id");
        StringBuilder text = new StringBuilder();
        for (String field : FIELDS) {
            if (!isId || !List.of("new_val", "after").contains(field)) {
                text.append(record.path(field)).append(' ');
            }
        }
        return text.toString();
    }
}
