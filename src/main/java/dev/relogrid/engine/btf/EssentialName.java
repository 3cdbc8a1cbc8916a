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

    /** A hash over the essential part of the string at {@code off}. */
    static int hash(Bytes strings, int off) {
        int run = 0;
        int hash = 0;
        int beforeRun = 0;
        int essential = 0;
        boolean flavoured = false;
        int end = strings.length() - off;
        for (int i = 0; i < end; i++) {
            int c = strings.u8(off + i);
            if (c == 0) {
                break;
            }
            if (c == '_') {
                if (run++ == 0) {
                    beforeRun = hash;
                }
            } else {
                if (run == 3 && i > 3) {
                    essential = beforeRun;
                    flavoured = true;
                }
                run = 0;
            }
            hash = hash * 31 + c;
            if (i > Bytes.MAX_STRING) {
                strings.cString(off);
            }
        }
        return flavoured ? essential : hash;
    }
}
