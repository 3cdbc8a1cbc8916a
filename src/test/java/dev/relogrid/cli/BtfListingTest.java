package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.engine.btf.BtfKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The listing equals bpftool's, byte for byte, so that nobody who diffs the two finds anything but the types. */
final class BtfListingTest {
    private static final Path SAMPLES = Path.of("src/test/bpf/samples");

    @TempDir
    private Path dir = Path.of("");

    static List<CatalogEntry> kernels() {
        return ShippedFiles.entries();
    }

    static List<Path> objects() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".bpf.o") && !file.endsWith("no_btf.bpf.o"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void kernelsAndTheirModules(CatalogEntry kernel) throws IOException, InterruptedException {
        String vmlinux = ShippedFiles.vmlinux(kernel, dir).toString();
        assertSame(bpftool("btf", "dump", "file", vmlinux, "format", "raw"), dump(vmlinux));
        for (ModuleEntry module : kernel.modules()) {
            String file = ShippedFiles.module(module, dir).toString();
            assertSame(
                    bpftool("-B", vmlinux, "btf", "dump", "file", file, "format", "raw"),
                    dump(file, "--base", vmlinux));
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void objects(Path object) throws IOException, InterruptedException {
        assertSame(bpftool("btf", "dump", "file", object.toString(), "format", "raw"), dump(object.toString()));
    }

    @Test
    void amongThemTheyHaveEveryKind() throws IOException {
        StringBuilder all =
                new StringBuilder(dump(ShippedFiles.vmlinux("7.3.4", dir).toString()));
        for (Path object : objects()) {
            all.append(dump(object.toString()));
        }
        for (int kind = BtfKind.INT; kind < BtfKind.COUNT; kind++) {
            assertTrue(all.indexOf("] " + BtfKind.name(kind).toUpperCase(Locale.ROOT) + " '") > 0, BtfKind.name(kind));
        }
    }

    private String bpftool(String... arguments) throws IOException, InterruptedException {
        String program = Files.exists(Path.of("/usr/sbin/bpftool")) ? "/usr/sbin/bpftool" : "bpftool";
        String[] command =
                Stream.concat(Stream.of(program), Stream.of(arguments)).toArray(String[]::new);
        return Tool.run(dir, command).output();
    }

    private static String dump(String... arguments) {
        return Outcome.of(Stream.concat(Stream.of("btf", "dump"), Stream.of(arguments))
                        .toArray(String[]::new))
                .report();
    }

    /** Names the first line that differs; whole listings are too long to show. */
    private static void assertSame(String expected, String found) {
        if (!expected.equals(found)) {
            List<String> theirs = expected.lines().toList();
            List<String> ours = found.lines().toList();
            for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
                assertEquals(theirs.get(i), ours.get(i), "line " + (i + 1));
            }
        }
        assertEquals(expected.length(), found.length());
    }
}
