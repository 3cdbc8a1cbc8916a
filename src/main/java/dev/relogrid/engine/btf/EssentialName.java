package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;

/**
 * A name without its flavour: {@code task_struct___old} is a flavour of {@code task_struct}. The separator is the
 * <em>last</em> run of exactly three underscores with something other than an underscore on both sides (libbpf,
 * {@code bpf_core_essential_name_len} and {@code bpf_core_is_flavor_sep}).
 */
public final class EssentialName {
    private EssentialName() {}

    /** The essential part of a name. */
    public static String of(String name) {
        int length = name.length();
        int run = 0;
        int essential = length;
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) == '_') {
                run++;
            } else {
                if (run == 3 && i > 3) {
                    essential = i - 3;
                }
                run = 0;
            }
        }
        return name.substring(0, essential);
    }

    /** Bytes of the essential part of the string at {@code off}. */
    static int length(Bytes strings, int off) {
        int run = 0;
        int essential = -1;
        int end = strings.length() - off;
        int i = 0;
        for (; i < end; i++) {
            int c = strings.u8(off + i);
            if (c == '_') {
                run++;
            } else if (c == 0) {
                break;
            } else {
                if (run == 3 && i > 3) {
                    essential = i - 3;
                }
                run = 0;
            }
            if (i > Bytes.MAX_STRING) {
                strings.cString(off);
            }
        }
        return essential < 0 ? i : essential;
    }

    /** Whether the strings have the same essential part. */
    static boolean equal(Bytes a, int off, Bytes b, int otherOff) {
        // most names that are compared differ in their first bytes already
        if (a.u8(off) != b.u8(otherOff)) {
            return false;
        }
        int length = length(a, off);
        return length == length(b, otherOff) && a.regionEquals(off, b, otherOff, length);
    }

    /**
     * A hash of the essential part of the string at {@code off}, from its first eight bytes alone: those of most names
     * tell enough apart, and reading whole names would cost more than all the look-ups it serves.
     */
    static int hash(Bytes strings, int off) {
        long prefix = strings.cStringPrefix(off);
        if (mayHoldSeparator(prefix)) {
            int length = length(strings, off);
            if (length < 8) {
                prefix &= (1L << 8 * length) - 1;
            }
        }
        return Long.hashCode(prefix * 0x9e3779b97f4a7c15L);
    }

    /** Whether two underscores follow each other in it, or it ends in one: a separator may begin there. */
    private static boolean mayHoldSeparator(long prefix) {
        long other = prefix ^ 0x5f5f_5f5f_5f5f_5f5fL;
        long underscores = (other - 0x0101_0101_0101_0101L) & ~other & 0x8080_8080_8080_8080L;
        return (underscores & underscores >>> 8) != 0 || underscores < 0;
    }
}
