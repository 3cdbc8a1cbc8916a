package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Symbol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.XZInputStream;

/** The symbols real kernels carry, held against what else is known of the same kernels. */
final class CorpusSymbolsTest {
    private static final int ROUNDS = 25;

    static List<Path> images() {
        return CorpusKernelsTest.images();
    }

    private static KernelContents contents(Path image) throws IOException {
        return KernelImage.contents(image.toString(), Files.readAllBytes(image));
    }

    private static Set<String> names(byte[] symbols, String letters) {
        Set<String> names = new HashSet<>();
        KallsymsTest.lines(symbols)
                .filter(line -> letters.indexOf(line.charAt(0)) >= 0)
                .forEach(line -> names.add(line.substring(2)));
        return names;
    }

    @ParameterizedTest
    @MethodSource("images")
    void kernelsOwnSymbolsAreThere(Path image) throws IOException {
        byte[] symbols = KallsymsTest.symbolsOf(contents(image));

        KallsymsTest.assertList(symbols);
        assertTrue(SymbolList.count(symbols) > 30_000, () -> SymbolList.count(symbols) + " symbols");
        assertTrue(names(symbols, "TW").containsAll(List.of("vfs_read", "do_exit", "tcp_sendmsg", "bpf_prog_alloc")));
        assertTrue(names(symbols, "tT").containsAll(List.of("bpf_check", "sock_def_readable")));
    }

    /** BTF has no FUNC for what the linker left out; a name the compiler gave a suffix keeps it in neither. */
    @ParameterizedTest
    @MethodSource("images")
    void functionsOfTheBtfAreAmongThem(Path image) throws IOException {
        KernelContents contents = contents(image);
        Set<String> text = names(KallsymsTest.symbolsOf(contents), "tTwW");
        Set<String> functions = functions(contents);
        Set<String> missing = new TreeSet<>(functions);
        missing.removeAll(text);

        assertTrue(functions.size() > 15_000, () -> functions.size() + " functions");
        assertTrue(
                missing.size() < functions.size() / 50,
                () -> missing.size() + " of " + functions.size() + " are missing: " + missing);
    }

    private static Set<String> functions(KernelContents contents) {
        byte[] raw = assertInstanceOf(Extraction.Found.class, contents.types()).btf();
        Btf btf = Btf.parse(Bytes.of("vmlinux", raw, ByteOrder.LITTLE_ENDIAN));
        Set<String> functions = new HashSet<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.kind(id) == BtfKind.FUNC) {
                functions.add(btf.name(id));
            }
        }
        return functions;
    }

    /** A module that needs no other: all it takes from elsewhere, the kernel has; only text without KALLSYMS_ALL. */
    @ParameterizedTest
    @MethodSource("images")
    void whatAModuleTakesFromTheKernelIsAmongThem(Path image) throws IOException {
        KernelContents contents = contents(image);
        Set<String> names = names(KallsymsTest.symbolsOf(contents), "ABCDGRSTVWabcdgrstvw");
        for (Path module : CorpusKernelsTest.modules()) {
            boolean simple = module.getFileName().toString().startsWith("veth.ko");
            if (simple && Objects.equals(module.getParent(), image.resolveSibling("modules"))) {
                Set<String> needed = undefined(module);
                if (!Files.readString(image.resolveSibling("config")).contains("CONFIG_KALLSYMS_ALL=y")) {
                    needed.retainAll(functions(contents));
                }
                assertFalse(needed.isEmpty());
                needed.removeAll(names);
                assertEquals(Set.of(), needed, () -> "missing for " + module);
            }
        }
    }

    private static Set<String> undefined(Path module) throws IOException {
        byte[] file = Files.readAllBytes(module);
        if (module.toString().endsWith(".xz")) {
            try (var xz = new XZInputStream(new ByteArrayInputStream(file))) {
                file = xz.readAllBytes();
            }
        }
        Set<String> names = new TreeSet<>();
        for (Symbol symbol : Elf.parse(Bytes.of(module.toString(), file, ByteOrder.LITTLE_ENDIAN))
                .symbols()) {
            if (symbol.section() == Elf.SHN_UNDEF && !symbol.name().isEmpty()) {
                names.add(symbol.name());
            }
        }
        return names;
    }

    /** Flips bits in and around the tables, and cuts; the file is flat, so nothing else notices. */
    @ParameterizedTest
    @MethodSource("flatImages")
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damagedKernelEndsWell(Path image) throws IOException {
        byte[] file = Files.readAllBytes(image);
        KallsymsTokens tokens = Objects.requireNonNull(KallsymsTokens.find(file, 0));
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = file.clone();
            for (int flips = 0; flips < 1 << round % 8; flips++) {
                int at = tokens.end() + 512 - random.nextInt(1 << 21);
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
            endsWell(damaged, "seed " + seed);
            int length = tokens.end() + 512 - random.nextInt(1 << 21);
            endsWell(Arrays.copyOf(file, length), "length " + length);
        }
    }

    static List<Path> flatImages() {
        return images().stream()
                .filter(image -> image.toString().contains("/arm64/"))
                .toList();
    }

    private static void endsWell(byte[] file, String how) {
        try {
            byte[] symbols = KernelImage.contents("Image", file).symbols();
            if (symbols != null) {
                KallsymsTest.assertList(symbols);
            }
        } catch (MalformedInput e) {
            assertEquals("Image", e.section(), how);
        } catch (RuntimeException e) {
            fail(how, e);
        }
    }
}
