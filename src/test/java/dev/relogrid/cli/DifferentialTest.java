package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.PatchedObject;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every real object on every archived kernel, and every trap of our own on its own target, relocation by relocation
 * against libbpf itself. Both byte orders. What was compared is printed.
 */
class DifferentialTest {
    private static final Path SCRATCH = Path.of("target/differential");
    /** libbpf reads longer records only in its own byte order, and this one was compiled for a little-endian machine. */
    private static final Path READ_ONLY_AT_HOME = Path.of("eb", "ext_record_long.t.btf");

    private static final int LEAST_OBJECTS = 100;
    private static final int LEAST_KERNELS = 12;

    @BeforeAll
    static void oracleIsThere() throws IOException {
        Oracle.require();
        Files.createDirectories(SCRATCH);
    }

    /** A kernel held in memory, and the files the oracle reads it from. */
    private record Loaded(String id, @Nullable Btf vmlinux, List<NamedBtf> modules, List<String> files)
            implements Kernel {}

    @Test
    void realObjectsOnArchivedKernels() throws Exception {
        List<Path> objects = RealObjects.all();
        List<StoredKernel> kernels = Archive.open(ShippedFiles.ARCHIVE).kernels();
        Comparison comparison = new Comparison();
        for (StoredKernel kernel : kernels) {
            compare(objects, load(kernel), comparison);
        }
        long relocated =
                objects.stream().filter(DifferentialTest::hasRelocations).count();
        System.out.println("real objects: " + objects.size() + " (" + relocated + " with relocations) on "
                + kernels.size() + " kernels: " + comparison.summary());
        assertTrue(relocated >= LEAST_OBJECTS && kernels.size() >= LEAST_KERNELS, "too little was compared");
        assertEquals(List.of(), comparison.differences().stream().limit(20).toList());
    }

    private static boolean hasRelocations(Path object) {
        return !parse(object).relocations().isEmpty();
    }

    private static BpfObject parse(Path object) {
        return BpfObject.parse(Bytes.of(object.toString(), read(object), ByteOrder.LITTLE_ENDIAN));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Loaded load(StoredKernel kernel) throws IOException {
        Path folder = SCRATCH.resolve(kernel.id().replace('/', '_'));
        Files.createDirectories(folder);
        Btf vmlinux = kernel.vmlinux();
        List<NamedBtf> modules = kernel.modules();
        List<String> files = new ArrayList<>(List.of(write(folder, "vmlinux", vmlinux)));
        for (NamedBtf module : modules) {
            files.add(write(folder, module.name(), module.btf()));
        }
        return new Loaded(kernel.id(), vmlinux, modules, files);
    }

    private static String write(Path folder, String name, @Nullable Btf btf) throws IOException {
        assertTrue(btf != null, () -> folder + " has no BTF");
        return Files.write(folder.resolve(name + ".btf"), btf.raw()).toString();
    }

    private static void compare(List<Path> objects, Loaded kernel, Comparison comparison) throws Exception {
        List<List<String>> questions = new ArrayList<>();
        for (Path object : objects) {
            questions.add(question(object, kernel.files(), List.of()));
        }
        Oracle.ask(Path.of(kernel.files().getFirst()), questions, (i, answer) -> {
            Path object = objects.get(i);
            comparison.compare(object.toString(), read(object), kernel, answer);
        });
    }

    /** libbpf loads only objects of its own byte order; with --prepare it relocates the others all the same. */
    private static List<String> question(Path object, List<String> kernel, List<String> options) {
        List<String> words = new ArrayList<>(options);
        if (read(object)[5] == 2) {
            words.add("--prepare");
        }
        words.add(object.toString());
        words.addAll(kernel);
        return words;
    }

    @Test
    void trapsInBothByteOrders() throws Exception {
        Comparison comparison = new Comparison();
        List<Path> targets;
        try (Stream<Path> files = Files.walk(Path.of("target/bpf"))) {
            targets = files.filter(file -> file.toString().endsWith(".t.btf") && !file.endsWith(READ_ONLY_AT_HOME))
                    .sorted()
                    .toList();
        }
        for (Path target : targets) {
            Path object = target.resolveSibling(target.getFileName().toString().replace(".t.btf", ".o"));
            Btf btf = Btf.parse(Bytes.of("vmlinux", read(target), ByteOrder.LITTLE_ENDIAN));
            compare(
                    List.of(object),
                    new Loaded(target.toString(), btf, List.of(), List.of(target.toString())),
                    comparison);
        }
        System.out.println("traps: " + targets.size() + ": " + comparison.summary());
        assertTrue(targets.size() >= 120, () -> "too few traps: " + targets.size());
        assertEquals(List.of(), comparison.differences());
    }

    @Test
    void longerRecordsAreReadInBothByteOrders() {
        for (String order : List.of("el", "eb")) {
            Path object = Path.of("target/bpf", order, "ext_record_long.o");
            assertEquals(2, parse(object).relocations().size(), order);
            assertEquals(List.of(), parse(object).warnings(), order);
        }
    }

    @Test
    void emittedObjectsAreTheSameByteForByte() throws Exception {
        List<Path> objects = RealObjects.all();
        Loaded kernel = load(Archive.open(ShippedFiles.ARCHIVE).kernel("trixie/amd64"));
        List<List<String>> questions = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            questions.add(question(
                    objects.get(i), kernel.files(), List.of("--emit", emitted(i).toString())));
        }
        Comparison comparison = new Comparison();
        int[] same = {0};
        Oracle.ask(Path.of(kernel.files().getFirst()), questions, (i, answer) -> {
            Path object = objects.get(i);
            List<RelocationResult> results = comparison.compare(object.toString(), read(object), kernel, answer);
            if (!results.isEmpty()) {
                assertArrayEquals(read(emitted(i)), PatchedObject.bytes(parse(object), results), object.toString());
                same[0]++;
            }
        });
        System.out.println("emitted objects: " + same[0] + " byte for byte as libbpf leaves them");
        assertTrue(same[0] >= LEAST_OBJECTS);
    }

    private static Path emitted(int i) {
        return SCRATCH.resolve("emitted-" + i + ".o");
    }
}
