package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.fixture.ExternComparison;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The externs of every real object, and of our own, on kernels of all suites and architectures of the shipped archive,
 * extern by extern against libbpf itself: its status, the bytes of options, and where libbpf stops. What was compared is
 * printed.
 */
class ExternDifferentialTest {
    private static final Path SCRATCH = Path.of("target/extern-differential");
    /** Bytes of a .BTF header without later fields. */
    private static final int BTF_HEADER = 24;
    /** Architectures whose kernels have modules loaded: unpacking them is most of the work. */
    private static final Set<String> MODULAR = Set.of("amd64", "s390x");
    /** Where functions are that objects want; the others would only take time, for libbpf reads all for each question. */
    private static final Set<String> LOADED = Set.of("hid", "nf_conntrack", "nf_flow_table", "veth");
    /** The suite and architecture whose kernel has all of its modules loaded. */
    private static final String FULL = "debian/trixie/amd64";

    private static final int LEAST_KERNELS = 20;
    private static final int LEAST_OBJECTS = 150;

    @BeforeAll
    static void oracleIsThere() throws IOException {
        Oracle.require();
        Files.createDirectories(SCRATCH);
    }

    private record Sample(String name, BpfObject object) {
        boolean hasExterns() {
            return !object.externs().isEmpty();
        }

        boolean isBigEndian() {
            return object.elf().order() == ByteOrder.BIG_ENDIAN;
        }

        /** The oracle was compiled for a little-endian machine, and reads longer headers only in its own order. */
        boolean isReadable() {
            return !isBigEndian()
                    || object.elf()
                                    .data(Objects.requireNonNull(object.elf().section(".BTF")))
                                    .u32(4)
                            == BTF_HEADER;
        }
    }

    /** An archived kernel with the modules that are loaded and no others, and what tells the oracle the same. */
    private record Running(StoredKernel stored, Btf vmlinux, List<NamedBtf> modules, List<String> options)
            implements Kernel {
        @Override
        public String id() {
            return stored.id();
        }

        @Override
        public @Nullable Kconfig config() {
            return stored.config();
        }

        @Override
        public @Nullable KernelSymbols symbols() {
            return stored.symbols();
        }

        @Override
        public @Nullable String version() {
            return stored.version();
        }
    }

    @Test
    void everyExternEndsAsWithLibbpf() throws Exception {
        List<Sample> objects = samples();
        List<Sample> declaring = objects.stream().filter(Sample::hasExterns).toList();
        Archive archive = Archive.open(ShippedBtf.ARCHIVE);
        List<CatalogEntry> kernels = kernels(archive);
        ExternComparison comparison = new ExternComparison();
        int modules = 0;
        for (int i = 0; i < kernels.size(); i++) {
            Running kernel = run(archive, kernels.get(i), names(declaring));
            modules += kernel.modules().isEmpty() ? 0 : 1;
            // only once what has no externs, to see that libbpf finds none either, and what libbpf cannot read
            compare(
                    i == 0
                            ? objects
                            : declaring.stream().filter(Sample::isReadable).toList(),
                    kernel,
                    comparison);
        }
        System.out.println("externs: " + objects.size() + " objects (" + declaring.size() + " with externs) on "
                + kernels.size() + " kernels (" + modules + " with modules): " + comparison.summary());
        assertTrue(kernels.size() >= LEAST_KERNELS && declaring.size() >= LEAST_OBJECTS, "too little was compared");
        assertEquals(List.of(), comparison.differences().stream().limit(20).toList());
    }

    private static List<Sample> samples() throws IOException {
        List<Path> files = new ArrayList<>(RealObjects.all());
        try (Stream<Path> own = Files.walk(Path.of("target/bpf"))) {
            own.filter(file ->
                            file.toString().endsWith(".o") && !file.toString().endsWith(".t.o"))
                    .sorted()
                    .forEach(files::add);
        }
        List<Sample> samples = new ArrayList<>();
        for (Path file : files) {
            Bytes bytes = Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN);
            samples.add(new Sample(file.toString(), BpfObject.parse(bytes)));
        }
        return samples;
    }

    private static Set<String> names(List<Sample> samples) {
        Set<String> names = new HashSet<>();
        for (Sample sample : samples) {
            for (Extern extern : sample.object.externs()) {
                names.add(extern.name());
            }
        }
        return names;
    }

    /** Of each suite and architecture the one with most modules, of those the last; of updates to a suite only amd64's. */
    private static List<CatalogEntry> kernels(Archive archive) {
        Map<String, CatalogEntry> best = new LinkedHashMap<>();
        Comparator<CatalogEntry> order =
                Comparator.comparingInt(entry -> entry.modules().size());
        for (CatalogEntry entry : archive.entries()) {
            if (entry.btf() != null
                    && (!entry.id().suite().contains("-") || entry.id().arch().equals("amd64"))) {
                best.merge(
                        entry.id().suite() + "/" + entry.id().arch(),
                        entry,
                        (known, other) -> order.compare(other, known) >= 0 ? other : known);
            }
        }
        return List.copyOf(best.values());
    }

    private static Running run(Archive archive, CatalogEntry entry, Set<String> names) throws IOException {
        StoredKernel stored = archive.kernel(entry);
        Path folder = SCRATCH.resolve(entry.id().toString().replace('/', '_'));
        Files.createDirectories(folder);
        Btf vmlinux = Objects.requireNonNull(stored.vmlinux());
        byte[] types = vmlinux.raw();
        String symbols = text(Objects.requireNonNull(archive.symbols(entry)));
        List<String> options = new ArrayList<>();
        options.add("--kconfig");
        options.add(write(folder.resolve("config"), Objects.requireNonNull(archive.config(entry))));
        options.add("--kallsyms");
        options.add(write(folder.resolve("kallsyms"), kallsyms(symbols, names).getBytes(StandardCharsets.ISO_8859_1)));
        options.add("--kver");
        options.add(entry.id().release());
        options.add("--kver-text");
        options.add("#1 SMP PREEMPT_DYNAMIC Debian " + entry.origin().version() + " (2026-01-01)");
        if (!text(types).contains("\0BPF_FUNC_get_attach_cookie\0")) {
            options.add("--no-cookie");
        }
        if (!symbols.matches("(?s).*\nT __(x64|arm64|s390x|riscv)_sys_bpf\n.*")) {
            options.add("--no-syscall-wrapper");
        }
        options.add("OBJECT");
        options.add(write(folder.resolve("vmlinux.btf"), types));
        List<NamedBtf> modules = modules(entry, stored);
        for (NamedBtf module : modules) {
            options.add(
                    write(folder.resolve(module.name() + ".btf"), module.btf().raw()));
        }
        return new Running(stored, vmlinux, modules, options);
    }

    /** Those that are loaded; on arm64, ppc64el and riscv64 none. */
    private static List<NamedBtf> modules(CatalogEntry entry, StoredKernel stored) {
        if (!MODULAR.contains(entry.id().arch())) {
            return List.of();
        }
        return stored.modules().stream()
                .filter(module -> stored.id().startsWith(FULL) || LOADED.contains(module.name()))
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String write(Path file, byte[] bytes) throws IOException {
        return Files.write(file, bytes).toString();
    }

    /**
     * The lines somebody looks for, and some of the others; libbpf reads all for every question and passes over what it
     * does not look for. Addresses are made up, no two alike.
     */
    private static String kallsyms(String symbols, Set<String> names) {
        StringBuilder lines = new StringBuilder();
        long address = 0xffff_ffff_8100_0000L;
        int others = 1000;
        for (String line : symbols.split("\n", -1)) {
            if (!line.isEmpty() && (names.contains(line.substring(2)) || others-- > 0)) {
                lines.append(Long.toHexString(address)).append(' ').append(line).append('\n');
            }
            address += 16;
        }
        return lines.toString();
    }

    private static void compare(List<Sample> objects, Running kernel, ExternComparison comparison) throws Exception {
        List<List<String>> questions = new ArrayList<>();
        for (Sample sample : objects) {
            List<String> words = new ArrayList<>(kernel.options);
            words.set(words.indexOf("OBJECT"), sample.name);
            if (sample.isBigEndian()) {
                words.addFirst("--prepare");
            }
            questions.add(words);
        }
        Path vmlinux = Path.of(kernel.options.get(kernel.options.indexOf("OBJECT") + 1));
        Oracle.ask(
                vmlinux,
                questions,
                (i, answer) -> comparison.compare(objects.get(i).name, objects.get(i).object, kernel, answer));
    }
}
