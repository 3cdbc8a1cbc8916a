package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.BtfKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A pack whose checksums are right, whatever its items say. Unless they are replaced it has kernels with an {@code int}
 * and an unnamed pointer to it.
 */
final class LyingPack {
    private final Map<SectionTag, List<Output>> items = new EnumMap<>(SectionTag.class);

    LyingPack(int kernels) {
        for (SectionTag tag : SectionTag.values()) {
            items.put(tag, new ArrayList<>());
        }
        for (int i = 0; i < kernels; i++) {
            add(SectionTag.KERN, kernel(2));
            add(
                    SectionTag.ORDR,
                    order(
                            0,
                            new Output()
                                    .number(2)
                                    .number(2 << 1 | 1)
                                    .signed(1)
                                    .signed(1)
                                    .number(0)));
        }
        add(SectionTag.SYMS, item(symbol(BtfKind.INT, "int", 1, kernels)));
        add(SectionTag.DEFS, new Output().u8(0));
        add(
                SectionTag.DEFS,
                item(definition(1, BtfKind.INT, 0)
                        .string(new byte[] {'i'})
                        .number(4)
                        .number(32)));
        add(SectionTag.DEFS, item(pointer(Token.of(Token.SYMBOL, 0))));
    }

    static Output kernel(int types) {
        return new PackedKernel(
                        List.of("k"), new PackedKernel.Part("vmlinux", types, 100, 0), false, 8, true, true, List.of())
                .write();
    }

    /** One row of one definition for the first {@code units} units. */
    static Output symbol(int symbolClass, String name, int definition, int units) {
        Output out = new Output().u8(symbolClass).string(Texts.name(name)).number(1);
        out.number(1).signed(definition);
        BitSet all = new BitSet();
        all.set(0, units);
        UnitSet.write(all, out);
        return out;
    }

    /** The start of a definition, to its name. */
    static Output definition(int symbolAndOne, int head, int vlen) {
        return new Output().number(symbolAndOne).u8(head).number(vlen);
    }

    static Output pointer(int token) {
        return definition(0, BtfKind.PTR, 0).string(new byte[0]).number(Integer.toUnsignedLong(token));
    }

    /** The only unit of a kernel. */
    static Output order(int otherAndOne, Output content) {
        return new Output().number(content.length()).number(otherAndOne).raw(content);
    }

    static Output item(Output content) {
        return new Output().number(content.length()).raw(content);
    }

    LyingPack add(SectionTag tag, Output item) {
        of(tag).add(item);
        return this;
    }

    LyingPack set(SectionTag tag, int number, Output item) {
        of(tag).set(number, item);
        return this;
    }

    private List<Output> of(SectionTag tag) {
        return items.getOrDefault(tag, List.of());
    }

    SectionWriter.Finished section(SectionTag tag) {
        SectionWriter section = new SectionWriter(tag);
        of(tag).forEach(item -> section.item(new byte[] {1}, item));
        return section.finish();
    }

    byte[] bytes() {
        return bytes(
                section(SectionTag.KERN), section(SectionTag.SYMS), section(SectionTag.DEFS), section(SectionTag.ORDR));
    }

    static byte[] bytes(SectionWriter.Finished... sections) {
        Output out = new Output().raw(PackHeader.write(List.of(sections)));
        for (SectionWriter.Finished section : sections) {
            out.raw(section.index()).raw(section.frames());
        }
        return out.toArray();
    }
}
