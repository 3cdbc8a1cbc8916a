package dev.relogrid.engine.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationPass;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** C with snippets in it, compiled by clang for eBPF as an object's author would, and held against kernels. */
record Compiled(ObjectSpecs specs) {
    private static final Path SAMPLES = Path.of("src/test/bpf/samples").toAbsolutePath();
    private static final Path HEADERS =
            Path.of("src/test/resources/dev/relogrid/engine/advice").toAbsolutePath();

    /**
     * Compiles; warnings are errors.
     *
     * @param code what comes behind the headers
     */
    static Compiled of(Path folder, String code) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("snippet.bpf.c"), "#include \"headers.h\"\n\n" + code);
        Path object = folder.resolve("snippet.bpf.o");
        Path errors = folder.resolve("errors.txt");
        Process clang = new ProcessBuilder(
                        "clang-19",
                        "-target",
                        "bpfel",
                        "-mcpu=v3",
                        "-g",
                        "-O2",
                        "-Wall",
                        "-Werror",
                        "-Wno-unused-function",
                        "-Wno-unused-variable",
                        "-Wno-pass-failed",
                        "-I" + SAMPLES,
                        "-I" + HEADERS,
                        "-c",
                        source.toString(),
                        "-o",
                        object.toString())
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
        assertTrue(clang.waitFor(120, TimeUnit.SECONDS), "clang hangs");
        assertEquals("", Files.readString(errors), code);
        Bytes bytes = Bytes.of("snippet", Files.readAllBytes(object), ByteOrder.LITTLE_ENDIAN);
        return new Compiled(ObjectSpecs.of(BpfObject.parse(bytes)));
    }

    /** A program that calls a function with its context. */
    static String program(String function, int number) {
        return "\nSEC(\"kprobe/vfs_read\")\nint program_" + number + "(void *ctx)\n{\n    return (long)" + function
                + "(ctx) != 0;\n}\n";
    }

    List<RelocationResult> on(Kernel kernel) {
        return RelocationPass.run(specs, kernel);
    }

    /** The flavours of one way to a field have all but their names in common: what is behind the three underscores. */
    private static String way(AccessSpec spec) {
        String name = spec.btf().name(spec.rootTypeId());
        int at = name.indexOf("___");
        return at < 0 ? "" : name.substring(at + 3).replaceFirst("_then_\\d+$", "");
    }

    /** What {@link #waysOn} says of one of several programs, by its number. */
    Map<Integer, Set<String>> waysByProgram(Kernel kernel) {
        Map<Integer, List<RelocationResult>> byProgram = new TreeMap<>();
        for (RelocationResult result : on(kernel)) {
            String program = Objects.requireNonNull(result.record().program()).name();
            int number = Integer.parseInt(program.substring("program_".length()));
            byProgram.computeIfAbsent(number, key -> new ArrayList<>()).add(result);
        }
        Map<Integer, Set<String>> ways = new TreeMap<>();
        byProgram.forEach((number, results) -> ways.put(number, ways(kernel, results)));
        return ways;
    }

    /**
     * The ways that are there on a kernel: those of which all existence answers are 1. Fails unless every relocation of
     * theirs resolves; poison must lie behind a guard that is 0.
     */
    Set<String> waysOn(Kernel kernel) {
        return ways(kernel, on(kernel));
    }

    private static Set<String> ways(Kernel kernel, List<RelocationResult> results) {
        Map<String, Boolean> exists = new TreeMap<>();
        List<String> poisoned = new ArrayList<>();
        for (RelocationResult result : results) {
            AccessSpec spec = Objects.requireNonNull(
                    Objects.requireNonNull(result.resolution()).local());
            assertTrue(result.status() != Status.ERROR, () -> kernel.id() + ": " + spec.format() + " " + result.why());
            if (isExistence(spec.kind())) {
                boolean here = Objects.requireNonNull(result.value()).value() == 1;
                exists.merge(way(spec), here, Boolean::logicalAnd);
            } else if (result.status() == Status.POISONED) {
                poisoned.add(way(spec));
            }
        }
        for (String way : poisoned) {
            assertEquals(false, exists.get(way), () -> kernel.id() + ": " + way + " is poisoned, and reached");
        }
        Set<String> ways = new TreeSet<>();
        exists.forEach((way, here) -> ways.addAll(here ? List.of(way) : List.of()));
        return ways;
    }

    private static boolean isExistence(ReloKind kind) {
        return kind == ReloKind.FIELD_EXISTS || kind == ReloKind.TYPE_EXISTS || kind == ReloKind.ENUMVAL_EXISTS;
    }
}
