package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfExcerpt;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.SpecParser;
import dev.relogrid.fixture.BtfBuilder;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Accesses as an object would make them that has the types of some kernel, whole or cut down to what it reads. */
final class Accesses {
    private Accesses() {}

    /** An access in types that have nothing but what it reads, as {@code preserve_access_index} structs are written. */
    static @Nullable AccessSpec cutDown(Btf kernel, String type, String path) {
        int root = Named.first(kernel, type);
        List<Step> steps = MemberPath.parse(path).steps();
        if (root == 0 || TargetWalk.along(kernel, root, steps) == null) {
            return null;
        }
        BtfExcerpt excerpt = new BtfExcerpt(kernel);
        excerpt.keep(root);
        int[] at = {root};
        for (Step step : steps) {
            step(kernel, at, step, excerpt);
        }
        keepPointee(kernel, at[0], excerpt);
        Btf local = Btf.parse(Bytes.of("excerpt", excerpt.section(), ByteOrder.LITTLE_ENDIAN));
        return whole(local, type, path);
    }

    /** An access in the types of the kernel itself. */
    static @Nullable AccessSpec whole(Btf kernel, String type, String path) {
        int root = Named.first(kernel, type);
        if (root == 0) {
            return null;
        }
        StringBuilder access = new StringBuilder("0");
        int[] at = {root};
        for (Step step : MemberPath.parse(path).steps()) {
            String indices = step(kernel, at, step, null);
            if (indices == null) {
                return null;
            }
            access.append(indices);
        }
        byte[] raw = kernel.raw();
        int strings = raw.length - 24 - word(raw, 16);
        byte[] text = access.append('\0').toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] section = Arrays.copyOf(raw, raw.length + text.length);
        System.arraycopy(text, 0, section, raw.length, text.length);
        int length = word(raw, 20) + text.length;
        for (int i = 0; i < 4; i++) {
            section[20 + i] = (byte) (length >>> 8 * i);
        }
        Btf local =
                Btf.parse(Bytes.of("local", section, ByteOrder.LITTLE_ENDIAN)).withPointerSize(8);
        CoreRelo relo = new CoreRelo(0, root, strings, ReloKind.FIELD_BYTE_OFFSET.ordinal());
        return Objects.requireNonNull(SpecParser.parse(local, relo).spec());
    }

    /** Any access in types made by hand. */
    static AccessSpec spec(BtfBuilder types, ReloKind kind, int type, String access) {
        int string = types.string(access);
        Btf local = types.build().withPointerSize(8);
        CoreRelo relo = new CoreRelo(0, type, string, kind.ordinal());
        return Objects.requireNonNull(SpecParser.parse(local, relo).spec());
    }

    private static int word(byte[] bytes, int at) {
        return Bytes.of("header", bytes, ByteOrder.LITTLE_ENDIAN).i32(at);
    }

    /** Takes a step; returns the indices it takes in an access string, nameless members and all. */
    private static @Nullable String step(Btf btf, int[] at, Step step, @Nullable BtfExcerpt keep) {
        int id = btf.skipModifiersAndTypedefs(at[0]);
        if (step.isElement()) {
            at[0] = btf.arrayType(id);
            return ":" + Math.max(0, step.index());
        }
        return member(btf, at, id, step.name(), keep);
    }

    private static @Nullable String member(Btf btf, int[] at, int id, String name, @Nullable BtfExcerpt keep) {
        if (!BtfKind.isComposite(btf.kind(id))) {
            return null;
        }
        for (int i = 0; i < btf.vlen(id); i++) {
            String own = btf.string(btf.memberNameOffset(id, i));
            at[0] = btf.memberType(id, i);
            String inside = own.isEmpty()
                    ? member(btf, at, btf.skipModifiersAndTypedefs(at[0]), name, keep)
                    : own.equals(name) ? "" : null;
            if (inside != null) {
                if (keep != null) {
                    keep.keepElement(id, i);
                }
                return ":" + i + inside;
            }
        }
        return null;
    }

    /** Pointers in an excerpt lead to void unless what they lead to is kept, too. */
    private static void keepPointee(Btf btf, int type, BtfExcerpt keep) {
        int id = btf.skipModifiersAndTypedefs(type);
        if (btf.kind(id) == BtfKind.PTR) {
            int to = btf.type(id);
            while (BtfKind.isModifier(btf.kind(to)) || btf.kind(to) == BtfKind.TYPEDEF) {
                keep.keep(to);
                to = btf.type(to);
            }
            keep.keep(to);
            keepPointee(btf, to, keep);
        }
    }
}
