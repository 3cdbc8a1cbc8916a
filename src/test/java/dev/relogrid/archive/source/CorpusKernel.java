package dev.relogrid.archive.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.image.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A real kernel that ci/fetch-corpus left: {@code vmlinuz}, {@code config}, {@code modules/*.ko.xz}. */
record CorpusKernel(Path folder) {
    private static final Path KERNELS = Path.of("target/corpus/kernels");

    /** The only one of that suite and architecture. */
    static CorpusKernel of(String suiteAndArch) throws IOException {
        List<Path> folders = list(KERNELS.resolve(suiteAndArch));
        assertEquals(1, folders.size(), () -> "kernels of " + suiteAndArch + "; ./relogrid test fetches them");
        return new CorpusKernel(folders.getFirst());
    }

    String release() {
        return folder.getFileName().toString();
    }

    Path image() {
        return folder.resolve("vmlinuz");
    }

    Path config() {
        return folder.resolve("config");
    }

    List<Path> modules() throws IOException {
        return list(folder.resolve("modules"));
    }

    private static List<Path> list(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.sorted().toList();
        }
    }

    /** Asserts that the BTF of image and modules is what the files themselves have. */
    void assertSame(NewKernel kernel) throws IOException {
        assertEquals(hex(KernelFiles.extract(image())), hex(kernel.vmlinux()));
        Map<String, String> expected = new TreeMap<>();
        for (Path file : modules()) {
            expected.put(KernelFiles.moduleName(file), hex(KernelFiles.extract(file)));
        }
        Map<String, String> found = new TreeMap<>();
        kernel.modules().forEach((name, btf) -> found.put(name, HexFormat.of().formatHex(btf)));
        assertEquals(expected.keySet(), found.keySet());
        assertTrue(expected.equals(found), "module BTF differs");
        assertEquals(List.of(), kernel.quarantine());
        assertArrayEquals(KernelFiles.contents(image()).symbols(), kernel.symbols());
    }

    private static String hex(Extraction extraction) {
        return extraction instanceof Extraction.Found found ? HexFormat.of().formatHex(found.btf()) : "none";
    }
}
