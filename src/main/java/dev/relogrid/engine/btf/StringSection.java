package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The strings of one BTF. A split BTF's offsets go on where its base's string section ends (libbpf,
 * {@code btf__str_by_offset}).
 */
final class StringSection {
    private final @Nullable StringSection base;
    private final int start;
    private final Bytes own;

    StringSection(@Nullable StringSection base, Bytes own) {
        this.base = base;
        this.own = own;
        this.start = base == null ? 0 : base.end();
    }

    /** The first offset that is outside. */
    int end() {
        return start + own.length();
    }

    boolean contains(int off) {
        return Integer.compareUnsigned(off, end()) < 0;
    }

    /** The section that holds the string, in which it stands at {@code off - start}. */
    private StringSection holder(int off) {
        StringSection section = this;
        while (section.base != null && Integer.compareUnsigned(off, section.start) < 0) {
            section = section.base;
        }
        return section;
    }

    String get(int off) {
        StringSection s = holder(off);
        return s.own.cString(off - s.start);
    }

    boolean isEmpty(int off) {
        if (off == 0) {
            return true;
        }
        StringSection s = holder(off);
        return s.own.u8(off - s.start) == 0;
    }

    boolean equal(int off, StringSection other, int otherOff) {
        StringSection a = holder(off);
        StringSection b = other.holder(otherOff);
        return a.own.cStringEquals(off - a.start, b.own, otherOff - b.start);
    }

    boolean essentialEqual(int off, StringSection other, int otherOff) {
        StringSection a = holder(off);
        StringSection b = other.holder(otherOff);
        // most names that are compared differ in their first bytes already
        if (a.own.u8(off - a.start) != b.own.u8(otherOff - b.start)) {
            return false;
        }
        int length = EssentialName.length(a.own, off - a.start);
        return length == EssentialName.length(b.own, otherOff - b.start)
                && a.own.regionEquals(off - a.start, b.own, otherOff - b.start, length);
    }

    int essentialLength(int off) {
        StringSection s = holder(off);
        return EssentialName.length(s.own, off - s.start);
    }

    int essentialHash(int off) {
        StringSection s = holder(off);
        return EssentialName.hash(s.own, off - s.start);
    }
}
