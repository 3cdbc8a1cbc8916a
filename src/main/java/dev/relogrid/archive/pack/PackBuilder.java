package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Packs kernels. They are added one after the other, neighbours best beside each other: the sets of kernels that share a
 * definition are written as runs. Raw BTF is forgotten as soon as a kernel has been added.
 */
public final class PackBuilder {
    private final Dictionary dictionary = new Dictionary();
    private final List<Added> kernels = new ArrayList<>();
    private final SortedMap<String, List<Module>> modules = new TreeMap<>();

    /** A kernel whose types are in the dictionary already, its units still without numbers for modules. */
    private record Added(PackedKernel kernel, UnitTypes.@Nullable Summary types) {}

    /** A module of the kernel with that number. */
    private record Module(int kernel, UnitTypes.Summary types) {}

    /**
     * The raw BTF of vmlinux or a module.
     *
     * @param size bytes of the BTF that was added to the archive, which this may have been rebuilt from
     * @param xzSize the same as an xz file, 0 when not measured
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record RawBtf(byte[] bytes, int size, int xzSize) {}

    /**
     * What is packed of a kernel.
     *
     * @param facts see {@link PackedKernel}
     * @param vmlinux null without BTF
     * @param config text of its .config
     * @param symbols text, a line for each: type letter, blank, name
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Contents(
            List<String> facts,
            @Nullable RawBtf vmlinux,
            SortedMap<String, RawBtf> modules,
            byte @Nullable [] config,
            byte @Nullable [] symbols) {}

    /**
     * Adds a kernel.
     *
     * @throws dev.relogrid.engine.bytes.MalformedInput when its BTF does not parse, or holds what a pack cannot; the
     *     builder is of no use afterwards
     */
    public void add(Contents contents) {
        int number = kernels.size();
        RawBtf raw = contents.vmlinux;
        UnitTypes.Summary order = null;
        Btf btf = null;
        List<PackedKernel.Part> parts = new ArrayList<>();
        if (raw != null) {
            btf = Btf.parse(bytes(raw));
            UnitTypes vmlinux = new UnitTypes(dictionary, btf, null);
            order = vmlinux.summary();
            order.enter(dictionary, number);
            for (Map.Entry<String, RawBtf> entry : contents.modules.entrySet()) {
                Btf split = Btf.parseSplit(bytes(entry.getValue()), btf);
                UnitTypes.Summary types = new UnitTypes(dictionary, split, vmlinux).summary();
                modules.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                        .add(new Module(number, types));
                parts.add(part(entry.getKey(), types.order().length, entry.getValue()));
            }
        }
        text(SymbolClass.CONFIG, number, contents.config == null ? Map.of() : PackedTexts.config(contents.config));
        text(SymbolClass.KSYM, number, contents.symbols == null ? Map.of() : PackedTexts.symbols(contents.symbols));
        kernels.add(new Added(
                new PackedKernel(
                        contents.facts,
                        raw == null || order == null
                                ? new PackedKernel.Part("vmlinux", -1, 0, 0)
                                : part("vmlinux", order.order().length, raw),
                        btf != null && btf.order() == ByteOrder.BIG_ENDIAN,
                        btf == null ? 8 : btf.pointerSize(),
                        contents.config != null,
                        contents.symbols != null,
                        parts),
                order == null ? null : order.withoutSymbols()));
    }

    private static PackedKernel.Part part(String name, int types, RawBtf raw) {
        return new PackedKernel.Part(name, types, raw.size, raw.xzSize);
    }

    private static Bytes bytes(RawBtf raw) {
        return Bytes.of(".BTF", raw.bytes, ByteOrder.LITTLE_ENDIAN);
    }

    private void text(int symbolClass, int kernel, Map<String, String> texts) {
        texts.forEach((name, value) ->
                dictionary.has(kernel, dictionary.symbol(symbolClass, name), new int[] {dictionary.string(value)}));
    }

    /** The pack of all kernels added, as the bytes of its file. */
    public byte[] build() {
        List<List<PackWriter.Unit>> orders = new ArrayList<>();
        for (int i = 0; i < kernels.size(); i++) {
            orders.add(new ArrayList<>());
            UnitTypes.Summary types = kernels.get(i).types;
            if (types != null) {
                orders.get(i).add(new PackWriter.Unit("vmlinux", i, types));
            }
        }
        int unit = kernels.size();
        for (Map.Entry<String, List<Module>> entry : modules.entrySet()) {
            for (Module module : entry.getValue()) {
                module.types.enter(dictionary, unit);
                orders.get(module.kernel).add(new PackWriter.Unit(entry.getKey(), unit, module.types.withoutSymbols()));
                unit++;
            }
        }
        return new PackWriter(dictionary)
                .write(kernels.stream().map(Added::kernel).toList(), orders);
    }
}
