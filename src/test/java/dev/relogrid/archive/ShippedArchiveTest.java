package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The archive in the repository is whole and is what its documents say. */
final class ShippedArchiveTest {
    private final Archive archive = Archive.open(ShippedBtf.ARCHIVE);

    @Test
    void everyByteIsAsItWas() {
        Verification verification = Verification.of(archive);

        assertEquals(List.of(), verification.damage());
        assertEquals(List.of(), verification.unused());
        assertTrue(verification.kernels() >= 12, () -> verification.kernels() + " kernels");
        assertTrue(verification.bytes() <= 16 << 20, () -> verification.bytes() + " bytes");
    }

    @Test
    void everyKernelHasTaskStruct() {
        for (StoredKernel kernel : archive.kernels()) {
            Btf btf = kernel.vmlinux();
            assertTrue(btf != null && ShippedBtf.hasTaskStruct(btf), kernel::id);
        }
    }

    @Test
    void modulesOfFourKernelsAreThere() {
        long withModules = archive.kernels().stream()
                .filter(kernel -> !kernel.modules().isEmpty())
                .count();

        assertTrue(withModules >= 4, () -> withModules + " kernels with modules");
    }

    @Test
    void recipeNamesExactlyTheseKernels() throws IOException {
        List<String> recipe = Files.readAllLines(ShippedBtf.ARCHIVE.resolve("kernels.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" ")))
                .map(words -> String.join("/", words.subList(0, 4)))
                .toList();

        assertEquals(
                recipe.stream().sorted().collect(Collectors.joining("\n")),
                archive.entries().stream()
                        .map(entry -> entry.id().toString())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void catalogIsWrittenAsItWasRead() throws IOException {
        byte[] json = Files.readAllBytes(ShippedBtf.ARCHIVE.resolve(Archive.CATALOG));

        assertArrayEquals(json, Catalog.parse(json).toJson());
    }
}
