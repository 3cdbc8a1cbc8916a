package dev.relogrid.archive.pack;

import dev.relogrid.archive.pack.PackBuilder.Contents;
import dev.relogrid.archive.pack.PackBuilder.RawBtf;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kernel;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Kernels, their pack, and what came out of it again. */
final class Packed {
    private Packed() {}

    /** One kernel as raw BTF; {@code vmlinux} is null for one without. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Raw(String id, byte @Nullable [] vmlinux, SortedMap<String, byte[]> modules) {
        Raw(String id, byte @Nullable [] vmlinux) {
            this(id, vmlinux, new TreeMap<>());
        }

        Contents contents() {
            return contents(null, null);
        }

        Contents contents(byte @Nullable [] config, byte @Nullable [] symbols) {
            SortedMap<String, RawBtf> raw = new TreeMap<>();
            modules.forEach((name, btf) -> raw.put(name, measured(btf)));
            return new Contents(List.of(id), vmlinux == null ? null : measured(vmlinux), raw, config, symbols);
        }

        private static RawBtf measured(byte[] btf) {
            return new RawBtf(btf, btf.length, 0);
        }

        Kernel kernel() {
            Btf base = vmlinux == null ? null : parse(vmlinux);
            List<NamedBtf> named = new ArrayList<>();
            if (base != null) {
                modules.forEach((name, btf) -> named.add(new NamedBtf(name, parse(btf, base))));
            }
            return new RawKernel(id, base, named);
        }
    }

    private record RawKernel(String id, @Nullable Btf vmlinux, List<NamedBtf> modules) implements Kernel {}

    /** A kernel with its raw types, which knows of other kernels what a pack does. */
    record Among(Pack pack, Kernel raw) implements Kernel {
        @Override
        public String id() {
            return raw.id();
        }

        @Override
        public @Nullable Btf vmlinux() {
            return raw.vmlinux();
        }

        @Override
        public List<NamedBtf> modules() {
            return raw.modules();
        }

        @Override
        public boolean isInModulesElsewhere(String function) {
            return pack.isInModules(function);
        }

        @Override
        public boolean isTypeNowhere(int kind, String essentialName) {
            return pack.isTypeNowhere(kind, essentialName);
        }
    }

    static Btf parse(byte[] btf) {
        return Btf.parse(Bytes.of("vmlinux", btf, ByteOrder.LITTLE_ENDIAN));
    }

    static Btf parse(byte[] btf, Btf base) {
        return Btf.parseSplit(Bytes.of("module", btf, ByteOrder.LITTLE_ENDIAN), base);
    }

    static byte[] bytes(List<Raw> kernels) {
        PackBuilder builder = new PackBuilder();
        kernels.forEach(kernel -> builder.add(kernel.contents()));
        return builder.build();
    }

    static Pack open(Path dir, byte[] pack) throws IOException {
        return Pack.open(Files.write(Files.createTempFile(dir, "some", ".pack"), pack));
    }

    static PackedFamily family(Pack pack) {
        return new PackedFamily(
                pack,
                pack.kernels().stream()
                        .map(kernel -> new PackedFamily.Member(kernel.facts().getFirst(), null))
                        .toList());
    }

    /** Everything of these kernels comes out of the pack again, which itself is found whole. */
    static void assertComesBack(List<Raw> kernels, Pack pack) {
        pack.verify();
        for (int i = 0; i < kernels.size(); i++) {
            Raw raw = kernels.get(i);
            if (raw.vmlinux != null) {
                Btf expected = parse(raw.vmlinux);
                Btf found = parse(pack.vmlinux(i));
                SameTypes.check(raw.id, expected, found);
                Map<String, byte[]> modules = pack.modules(i);
                if (!modules.keySet().equals(raw.modules.keySet())) {
                    throw new AssertionError(raw.id + " has modules " + modules.keySet());
                }
                raw.modules.forEach((name, btf) -> SameTypes.check(
                        raw.id + " " + name,
                        parse(btf, expected),
                        parse(modules.getOrDefault(name, new byte[0]), found)));
            }
        }
    }

    /** The file as it was damaged, read from end to end by all there is to read it with. */
    static void readEverything(Pack pack) {
        pack.verify();
        for (int i = 0; i < pack.kernels().size(); i++) {
            if (pack.kernels().get(i).hasTypes()) {
                pack.vmlinux(i);
                pack.modules(i);
            }
            pack.config(i);
            pack.kernelSymbols(i);
        }
    }
}
