package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The strings of one BTF. A split BTF's offsets go on where its base's string section ends (libbpf,
 * {@code btf__str_by_offset}).
 */
final class StringSection implements Btf.Strings {
    private final @Nullable StringSection base;
    private final int start;
    private final Bytes own;

    StringSection(@Nullable StringSection base, Bytes own) {
        this.base = base;
        this.own = own;
        this.start = base == null ? 0 : base.end();
    }

    @Override
    public int end() {
        return start + own.length();
    }

    @Override
    public boolean contains(int off) {
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

    @Override
    public Bytes bytes(int off) {
        return holder(off).own;
    }

    @Override
    public int start(int off) {
        return holder(off).start;
    }

    int essentialHash(int off) {
        StringSection s = holder(off);
        return EssentialName.hash(s.own, off - s.start);
    }
}
