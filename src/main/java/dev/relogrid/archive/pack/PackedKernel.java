package dev.relogrid.archive.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pack says of one kernel without looking at its types.
 *
 * @param facts what whoever packed it wants to know of it; strings without NUL, of which the first is its name
 * @param types its own, none when it has no BTF
 * @param bigEndian the byte order of its BTF
 * @param pointerSize 4 or 8
 * @param config whether its kconfig is here
 * @param symbols whether its symbols are
 * @param modules by name
 */
public record PackedKernel(
        List<String> facts,
        Part types,
        boolean bigEndian,
        int pointerSize,
        boolean config,
        boolean symbols,
        List<Part> modules) {
    private static final int BIG_ENDIAN = 1;
    private static final int HAS_CONFIG = 2;
    private static final int HAS_SYMBOLS = 4;

    /**
     * The BTF of vmlinux or of a module.
     *
     * @param name a module's, else "vmlinux"
     * @param types how many there are, void and base's not counted; -1 for none at all
     * @param size bytes of the raw BTF it came from
     * @param xzSize bytes of that as an xz file, 0 when nobody measured
     */
    public record Part(String name, int types, int size, int xzSize) {
        private void write(Output out) {
            out.string(Texts.utf8(name)).number(types + 1).number(size).number(xzSize);
        }

        private static Part read(Input in) {
            String name = Texts.utf8(in.string());
            return new Part(name, in.count(1 << 28) - 1, in.count(Integer.MAX_VALUE), in.count(Integer.MAX_VALUE));
        }
    }

    public PackedKernel {
        facts = List.copyOf(facts);
        modules = List.copyOf(modules);
    }

    public boolean hasTypes() {
        return types.types() >= 0;
    }

    Output write() {
        Output out = new Output();
        out.number(facts.size());
        facts.forEach(fact -> out.string(Texts.utf8(fact)));
        out.u8((bigEndian ? BIG_ENDIAN : 0) | (config ? HAS_CONFIG : 0) | (symbols ? HAS_SYMBOLS : 0));
        out.u8(pointerSize);
        types.write(out);
        out.number(modules.size());
        modules.forEach(module -> module.write(out));
        return out;
    }

    static PackedKernel read(Input in) {
        List<String> facts = new ArrayList<>();
        for (int left = in.items(); left > 0; left--) {
            facts.add(Texts.utf8(in.string()));
        }
        int flags = in.u8();
        int pointerSize = in.u8();
        Part types = Part.read(in);
        List<Part> modules = new ArrayList<>();
        for (int left = in.items(); left > 0; left--) {
            modules.add(Part.read(in));
        }
        if (pointerSize != 4 && pointerSize != 8 || types.types() < 0 && !modules.isEmpty()) {
            throw in.malformed("pointers of 4 or 8 bytes, modules where there is BTF", pointerSize + " bytes");
        }
        return new PackedKernel(
                facts,
                types,
                (flags & BIG_ENDIAN) != 0,
                pointerSize,
                (flags & HAS_CONFIG) != 0,
                (flags & HAS_SYMBOLS) != 0,
                modules);
    }
}
