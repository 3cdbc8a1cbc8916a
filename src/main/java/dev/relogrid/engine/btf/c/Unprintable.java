package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;

/** Types that are in range, as {@link Btf} has checked, and yet cannot be C. */
final class Unprintable {
    /** Deepest nesting that is followed; the kernel's own types stay far below. */
    static final int MAX_DEPTH = 512;

    /** Longest text, in characters; all types of a kernel together are about a third of it. */
    static final int MAX_TEXT = 1 << 24;

    private Unprintable() {}

    static MalformedInput type(Btf btf, int id, String expected, String found) {
        String name = btf.name(id);
        String what = "type [" + id + "] " + BtfKind.name(btf.kind(id)) + (name.isEmpty() ? "" : " " + name);
        return new MalformedInput(what, 0, expected, found);
    }

    static void checkDepth(Btf btf, int id, int depth) {
        if (depth > MAX_DEPTH) {
            throw type(btf, id, "types nested at most " + MAX_DEPTH + " deep", "more");
        }
    }

    static void checkLength(Btf btf, int id, int length) {
        if (length > MAX_TEXT) {
            throw type(btf, id, "at most " + MAX_TEXT + " characters of C", "more");
        }
    }
}
