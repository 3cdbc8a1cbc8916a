package dev.relogrid.engine.btf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Writes a {@link BtfExcerpt}: a header of 24 bytes, the types, the strings they name, each once. */
final class ExcerptWriter {
    private static final int HEADER = 24;

    private final Btf whole;
    private final BtfExcerpt excerpt;
    private final BitSet kept;
    private final boolean bigEndian;
    private final Map<Integer, Integer> newIds = new HashMap<>();
    private final Map<String, Integer> offsets = new HashMap<>();
    private final ByteArrayOutputStream types = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();

    /** @param kept closed under what {@code whole}'s types cannot do without */
    ExcerptWriter(Btf whole, BtfExcerpt excerpt, BitSet kept) {
        this.whole = whole;
        this.excerpt = excerpt;
        this.kept = kept;
        this.bigEndian = whole.order() == ByteOrder.BIG_ENDIAN;
    }

    byte[] section() {
        offset("");
        kept.stream().forEach(id -> newIds.put(id, newIds.size() + 1));
        kept.stream().forEach(this::type);
        ByteArrayOutputStream section = new ByteArrayOutputStream(HEADER + types.size() + strings.size());
        section.writeBytes(
                bigEndian ? new byte[] {(byte) 0xeb, (byte) 0x9f, 1, 0} : new byte[] {(byte) 0x9f, (byte) 0xeb, 1, 0});
        for (int word : new int[] {HEADER, 0, types.size(), types.size(), strings.size()}) {
            word(section, word);
        }
        section.writeBytes(types.toByteArray());
        section.writeBytes(strings.toByteArray());
        return section.toByteArray();
    }

    private void type(int id) {
        int kind = whole.kind(id);
        int info = whole.word(id, 4);
        if (BtfExcerpt.isSelective(kind)) {
            info = info & 0xff00_0000 | excerpt.elements(id).cardinality();
        }
        name(whole.name(id));
        word(info);
        word(refersInItsThirdWord(kind) ? newId(whole.type(id)) : whole.word(id, 8));
        switch (kind) {
            case BtfKind.INT, BtfKind.VAR -> word(whole.word(id, 12));
            case BtfKind.ARRAY -> {
                word(newId(whole.arrayType(id)));
                word(newId(whole.arrayIndexType(id)));
                word(whole.word(id, 20));
            }
            case BtfKind.STRUCT, BtfKind.UNION -> excerpt.elements(id).stream().forEach(i -> member(id, i));
            case BtfKind.ENUM, BtfKind.ENUM64 -> excerpt.elements(id).stream().forEach(i -> enumerator(id, i));
            case BtfKind.FUNC_PROTO -> parameters(id);
            case BtfKind.DATASEC -> variables(id);
            case BtfKind.DECL_TAG -> word(component(id));
            default -> {} // the others have three words
        }
    }

    private static boolean refersInItsThirdWord(int kind) {
        return BtfKind.isModifier(kind)
                || kind == BtfKind.PTR
                || kind == BtfKind.TYPEDEF
                || kind == BtfKind.FUNC
                || kind == BtfKind.FUNC_PROTO
                || kind == BtfKind.VAR
                || kind == BtfKind.DECL_TAG;
    }

    private void member(int id, int i) {
        name(whole.string(whole.memberNameOffset(id, i)));
        word(newId(whole.memberType(id, i)));
        word(whole.word(id, 20 + 12 * i));
    }

    private void enumerator(int id, int i) {
        name(whole.string(whole.enumeratorNameOffset(id, i)));
        long value = whole.enumeratorValue(id, i);
        word((int) value);
        if (whole.kind(id) == BtfKind.ENUM64) {
            word((int) (value >>> 32));
        }
    }

    private void parameters(int id) {
        for (int i = 0; i < whole.vlen(id); i++) {
            name(whole.string(whole.parameterNameOffset(id, i)));
            word(newId(whole.parameterType(id, i)));
        }
    }

    private void variables(int id) {
        for (int i = 0; i < whole.vlen(id); i++) {
            word(newId(whole.datasecType(id, i)));
            word(whole.datasecOffset(id, i));
            word(whole.datasecSize(id, i));
        }
    }

    /** A tagged member has another number when members before it are left out. */
    private int component(int id) {
        int old = whole.declTagComponent(id);
        int tagged = whole.type(id);
        return old >= 0 && BtfKind.isComposite(whole.kind(tagged))
                ? (int) excerpt.elements(tagged).stream().filter(i -> i < old).count()
                : old;
    }

    /** That of void for what is not kept. */
    private int newId(int id) {
        return newIds.getOrDefault(id, 0);
    }

    private void name(String text) {
        word(offset(text));
    }

    private int offset(String text) {
        Integer known = offsets.get(text);
        if (known == null) {
            known = strings.size();
            offsets.put(text, known);
            strings.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            strings.write(0);
        }
        return known;
    }

    private void word(int word) {
        word(types, word);
    }

    private void word(ByteArrayOutputStream out, int word) {
        for (int i = 0; i < 4; i++) {
            out.write(word >>> 8 * (bigEndian ? 3 - i : i));
        }
    }
}
