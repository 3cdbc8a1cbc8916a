package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Configuration, symbols and version of real kernels, from blobs, from the pack, and under witness. */
final class BesideTypesTest {
    /** One symbol of so many is asked for. */
    private static final int SOME = 8;

    private static final String SID = "debian/sid/amd64/";
    private static final Archive SHIPPED = Archive.open(ShippedBtf.ARCHIVE);
    private static final Archive SAMPLE = Archive.open(SampleArchive.dir());

    @TempDir
    private Path dir = Path.of("");

    static List<String> ids() {
        return SAMPLE.entries().stream().map(entry -> entry.id().toString()).toList();
    }

    /** The same kernel from everywhere it can come from. */
    private static List<Kernel> kernels(String id) {
        StoredKernel packed = SHIPPED.kernel(id);
        StoredKernel.Membership place = Objects.requireNonNull(packed.membership());
        return List.of(
                SAMPLE.kernel(id), packed, place.family().ask(place.index()).kernel());
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1).lines().toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyOptionHasItsValueEverywhere(String id) {
        byte[] text = SHIPPED.config(SHIPPED.find(id));
        List<String> options = text == null ? List.of() : lines(text);
        assertTrue(text == null || options.size() > 2000, () -> options.size() + " options");
        for (Kernel kernel : kernels(id)) {
            Kconfig config = kernel.config();
            assertEquals(text == null, config == null);
            if (config == null) {
                continue;
            }
            for (String option : options) {
                int equals = option.indexOf('=');
                assertEquals(option.substring(equals + 1), config.value(option.substring(0, equals)), option);
            }
            assertNull(config.value("CONFIG_NOBODY_HAS_THIS"));
            assertNull(config.value("CONFIG_"));
            assertNull(config.value("BPF_SYSCALL"));
        }
    }

    /** Some packages have no file with the configuration. */
    @Test
    void mostConfigurationsAreKnown() {
        long known =
                ids().stream().filter(id -> SAMPLE.kernel(id).config() != null).count();
        assertEquals(11, known);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void symbolsHaveTheirLettersEverywhere(String id) {
        Map<String, String> letters = new HashMap<>();
        Map<String, TreeSet<String>> variants = new HashMap<>();
        for (String line : lines(Objects.requireNonNull(SAMPLE.symbols(SAMPLE.find(id))))) {
            String name = line.substring(2);
            letters.merge(name, line.substring(0, 1), String::concat);
            for (int dot = name.indexOf('.', 1); dot > 0; dot = name.indexOf('.', dot + 1)) {
                variants.computeIfAbsent(name.substring(0, dot), key -> new TreeSet<>())
                        .add(name);
            }
        }
        assertTrue(letters.size() > 30_000 && variants.size() > 100, () -> letters.size() + " symbols");
        for (Kernel kernel : kernels(id)) {
            KernelSymbols symbols = Objects.requireNonNull(kernel.symbols());
            letters.forEach((name, types) -> {
                if (name.hashCode() % SOME == 0) {
                    assertEquals(types, symbols.types(name), name);
                }
            });
            variants.forEach((name, all) -> assertEquals(new ArrayList<>(all), symbols.variants(name), name));
            assertEquals("", symbols.types("nobody_has_this"));
            assertEquals(List.of(), symbols.variants("nobody_has_this"));
            assertEquals(List.of(), symbols.variants("~~~"));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void versionIsThatOfTheSource(String id) {
        String upstream = SHIPPED.find(id).origin().version().split("-", 2)[0];
        for (Kernel kernel : kernels(id)) {
            assertEquals(upstream, kernel.version());
        }
    }

    @Test
    void functionsOfModulesAreKnownToExist() {
        for (Kernel kernel :
                kernels("debian/trixie/amd64/6.12.107+deb13-cloud-amd64").subList(1, 3)) {
            assertTrue(kernel.isInModulesElsewhere("nft_do_chain"));
            assertFalse(kernel.isInModulesElsewhere("vfs_read"));
            assertFalse(kernel.isInModulesElsewhere("nobody_has_this"));
        }
        assertFalse(SAMPLE.kernels().getFirst().isInModulesElsewhere("nft_do_chain"));
    }

    @Test
    void whatIsNotThereIsNotKnown() throws IOException {
        TestKernels.archive(dir, 1);
        assertUnknown();
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.pack(false, (step, done, all) -> {});
        }
        assertUnknown();
    }

    private void assertUnknown() {
        Kernel kernel = Archive.open(dir).kernel(SID + 1);
        assertNull(kernel.config());
        assertNull(kernel.symbols());
        assertEquals("1.0-1", Archive.open(dir).find(SID + 1).origin().version());
        assertEquals("1", kernel.version());
    }

    @Test
    void theFirstAssignmentCounts() throws IOException {
        byte[] config = "CONFIG_HZ=250\n# CONFIG_A is not set\nCONFIG_HZ=1000\n".getBytes(StandardCharsets.US_ASCII);
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            writer.add(TestKernels.kernel(SID + 1, TestKernels.btf("pid_t")).withConfig(config), false);
            assertFirst();
            writer.pack(false, (step, done, all) -> {});
        }
        assertFirst();
    }

    private void assertFirst() {
        Kconfig config =
                Objects.requireNonNull(Archive.open(dir).kernel(SID + 1).config());
        assertEquals("250", config.value("CONFIG_HZ"));
        assertNull(config.value("CONFIG_A"));
    }
}
