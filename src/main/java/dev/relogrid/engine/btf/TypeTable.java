package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where each type of one BTF starts: one walk over the type section, which also proves that every name offset and type
 * id in it is in range (libbpf: {@code btf_parse_type_sec}, {@code btf_sanity_check}).
 *
 * <p>The walk only keeps the largest name offset and id; a second, slow walk names the culprit when one is too large.
 */
final class TypeTable {
    private static final int TYPE_SIZE = 12;

    private final Bytes types;
    private final @Nullable Bytes layout;
    private int[] offsets;
    private int count;
    private int maxName;
    private int maxId;

    private TypeTable(Bytes types, @Nullable Bytes layout) {
        this.types = types;
        this.layout = layout;
        this.offsets = new int[types.length() / TYPE_SIZE];
    }

    /** Byte offsets of the section's own types, in id order; the layout is its own or else its base's. */
    static int[] read(Bytes types, @Nullable Bytes layout, StringSection strings, int startId) {
        TypeTable table = new TypeTable(types, layout);
        table.walk();
        if (Integer.compareUnsigned(table.maxName, strings.end()) >= 0
                || Integer.compareUnsigned(table.maxId, startId + table.count) >= 0) {
            table.explain(strings, startId);
        }
        table.checkFunctions(startId);
        return Arrays.copyOf(table.offsets, table.count);
    }

    private void walk() {
        int at = 0;
        int end = types.length();
        while (at < end) {
            if (end - at < TYPE_SIZE) {
                throw new MalformedInput(types.name(), at, "a type of 12 bytes", (end - at) + " bytes left");
            }
            int info = types.i32(at + 4);
            int kind = Btf.kindOf(info);
            int vlen = Btf.vlenOf(info);
            long size = TYPE_SIZE + rest(at, kind, vlen);
            if (size > end - at) {
                throw new MalformedInput(
                        types.name(),
                        at,
                        size + " bytes for a " + BtfKind.name(kind) + " of " + vlen + " elements",
                        (end - at) + " bytes left");
            }
            seeName(types.i32(at));
            seeReferences(at, kind, vlen);
            offsets[count++] = at;
            at += (int) size;
        }
    }

    /** Bytes behind the common 12. */
    private long rest(int at, int kind, int vlen) {
        return switch (kind) {
            case BtfKind.FWD,
                    BtfKind.CONST,
                    BtfKind.VOLATILE,
                    BtfKind.RESTRICT,
                    BtfKind.PTR,
                    BtfKind.TYPEDEF,
                    BtfKind.FUNC,
                    BtfKind.FLOAT,
                    BtfKind.TYPE_TAG -> 0;
            case BtfKind.INT, BtfKind.VAR, BtfKind.DECL_TAG -> 4;
            case BtfKind.ENUM, BtfKind.FUNC_PROTO -> 8L * vlen;
            case BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM64, BtfKind.DATASEC -> 12L * vlen;
            case BtfKind.ARRAY -> 12;
            default -> byLayout(at, kind, vlen);
        };
    }

    /** libbpf 1.8, {@code btf_type_size_unknown}: the layout section says how to step over a kind we do not know. */
    private long byLayout(int at, int kind, int vlen) {
        if (layout == null || kind == BtfKind.UNKN || kind * 4 + 4 > layout.length()) {
            throw new MalformedInput(types.name(), at + 4, "a known kind (1 to 19)", "kind " + kind);
        }
        int info = layout.u8(kind * 4);
        int element = layout.u8(kind * 4 + 1);
        if (info % 4 != 0 || element % 4 != 0) {
            throw new MalformedInput(
                    layout.name(), 4L * kind, "sizes that are multiples of 4", info + " and " + element);
        }
        return info + (long) element * vlen;
    }

    private void seeReferences(int at, int kind, int vlen) {
        switch (kind) {
            case BtfKind.PTR,
                    BtfKind.TYPEDEF,
                    BtfKind.VOLATILE,
                    BtfKind.CONST,
                    BtfKind.RESTRICT,
                    BtfKind.VAR,
                    BtfKind.DECL_TAG,
                    BtfKind.TYPE_TAG,
                    BtfKind.FUNC -> seeId(types.i32(at + 8));
            case BtfKind.ARRAY -> {
                seeId(types.i32(at + 12));
                seeId(types.i32(at + 16));
            }
            case BtfKind.STRUCT, BtfKind.UNION -> seeElements(at, vlen, 12, true);
            case BtfKind.FUNC_PROTO -> {
                seeId(types.i32(at + 8));
                seeElements(at, vlen, 8, true);
            }
            case BtfKind.ENUM -> seeElements(at, vlen, 8, false);
            case BtfKind.ENUM64 -> seeElements(at, vlen, 12, false);
            case BtfKind.DATASEC -> {
                for (int i = 0; i < vlen; i++) {
                    seeId(types.i32(at + 12 + 12 * i));
                }
            }
            default -> {} // INT, FWD, FLOAT and unknown kinds refer to nothing we follow
        }
    }

    /** Locals in the loop: it passes most of a kernel's words, and fields would be written back on every turn. */
    private void seeElements(int at, int vlen, int step, boolean typed) {
        int names = maxName;
        int ids = maxId;
        int end = at + TYPE_SIZE + vlen * step;
        for (int p = at + TYPE_SIZE; p < end; p += step) {
            names = larger(names, types.i32(p));
            if (typed) {
                ids = larger(ids, types.i32(p + 4));
            }
        }
        maxName = names;
        maxId = ids;
    }

    private void seeName(int off) {
        maxName = larger(maxName, off);
    }

    private void seeId(int id) {
        maxId = larger(maxId, id);
    }

    /** The larger of two unsigned numbers, the first of which is the largest so far. */
    private static int larger(int max, int value) {
        return value + Integer.MIN_VALUE > max + Integer.MIN_VALUE ? value : max;
    }

    /** Finds the first type that refers out of range. */
    private void explain(StringSection strings, int startId) {
        for (int i = 0; i < count; i++) {
            int at = offsets[i];
            maxName = 0;
            maxId = 0;
            seeName(types.i32(at));
            seeReferences(at, Btf.kindOf(types.i32(at + 4)), Btf.vlenOf(types.i32(at + 4)));
            if (!strings.contains(maxName) && maxName != 0) {
                throw new MalformedInput(
                        types.name(),
                        at,
                        "name offsets below " + strings.end() + " in type [" + (startId + i) + "]",
                        Integer.toUnsignedString(maxName));
            }
            if (Integer.compareUnsigned(maxId, startId + count) >= 0) {
                throw new MalformedInput(
                        types.name(),
                        at,
                        "type ids below " + (startId + count) + " in type [" + (startId + i) + "]",
                        Integer.toUnsignedString(maxId));
            }
        }
    }

    /** A FUNC must lead to a FUNC_PROTO; a prototype in the base BTF is left to the reader. */
    private void checkFunctions(int startId) {
        for (int i = 0; i < count; i++) {
            int at = offsets[i];
            if (Btf.kindOf(types.i32(at + 4)) != BtfKind.FUNC) {
                continue;
            }
            int proto = types.i32(at + 8);
            int kind = proto == 0
                    ? BtfKind.UNKN
                    : proto < startId ? BtfKind.FUNC_PROTO : Btf.kindOf(types.i32(offsets[proto - startId] + 4));
            if (kind != BtfKind.FUNC_PROTO) {
                throw new MalformedInput(
                        types.name(),
                        at + 8,
                        "the id of a func_proto in func [" + (startId + i) + "]",
                        "[" + proto + "] " + BtfKind.name(kind));
            }
        }
    }
}
