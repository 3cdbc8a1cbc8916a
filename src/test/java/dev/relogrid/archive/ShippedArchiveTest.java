package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The archive in the repository is whole and is what its documents say. */
final class ShippedArchiveTest {
    private static final int LEAST_KERNELS = 300;
    private static final long MOST_BYTES = 25_000_000;
    private final Archive archive = Archive.open(ShippedBtf.ARCHIVE);

    @Test
    void everyByteIsAsItWas() {
        Verification verification = Verification.of(archive);

        assertEquals(List.of(), verification.damage());
        assertEquals(List.of(), verification.unused());
        assertTrue(verification.kernels() >= LEAST_KERNELS, () -> verification.kernels() + " kernels");
    }

    @Test
    void itStaysSmall() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(ShippedBtf.ARCHIVE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    @Test
    void kernelsHaveTypesOrTheReasonIsThere() throws IOException {
        for (CatalogEntry entry : archive.entries()) {
            assertEquals(
                    entry.btf() == null, entry.noBtf() != null, () -> entry.id().toString());
        }
        List<CatalogEntry> typed =
                archive.entries().stream().filter(entry -> entry.btf() != null).toList();
        for (int i = 0; i < typed.size(); i += typed.size() / 20) {
            Btf btf = archive.kernel(typed.get(i)).vmlinux();
            assertTrue(btf != null && ShippedBtf.hasTaskStruct(btf), typed.get(i)::toString);
        }
    }

    /** Of every suite, architecture and flavour one has modules, but 5.10, whose modules have no BTF. */
    @Test
    void modulesAreThere() {
        Map<List<String>, Boolean> withModules = new HashMap<>();
        for (CatalogEntry entry : archive.entries()) {
            if (entry.btf() != null && !entry.id().release().startsWith("5.10.")) {
                List<String> line = List.of(
                        entry.id().suite(), entry.id().arch(), entry.origin().flavour());
                withModules.merge(line, !entry.modules().isEmpty(), Boolean::logicalOr);
            }
        }
        Set<List<String>> without = new HashSet<>(withModules.keySet());
        without.removeIf(line -> Boolean.TRUE.equals(withModules.get(line)));

        assertEquals(Set.of(), without);
    }

    @Test
    void configAndSymbolsSayWhatEveryKernelHas() {
        for (String part : List.of("trixie/amd64/6.12.107+deb13-amd64", "bookworm/arm64/6.1.0-50-arm64")) {
            CatalogEntry entry = archive.find(part);
            assertTrue(text(archive.config(entry)).contains("\nCONFIG_BPF_SYSCALL=y\n"), part);
            assertTrue(text(archive.symbols(entry)).contains("\nT vfs_read\n"), part);
        }
    }

    private static String text(byte @Nullable [] text) {
        return new String(Objects.requireNonNull(text), StandardCharsets.ISO_8859_1);
    }

    @Test
    void catalogIsWrittenAsItWasRead() throws IOException {
        byte[] json = Files.readAllBytes(ShippedBtf.ARCHIVE.resolve(Archive.CATALOG));

        assertArrayEquals(json, Catalog.parse(json).toJson());
    }
}
