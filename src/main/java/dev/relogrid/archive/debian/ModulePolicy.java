package dev.relogrid.archive.debian;

import java.util.Locale;

/** Which kernels get modules: those eBPF programs most often have to do with, of the 1,000 to 4,200 each has. */
public enum ModulePolicy {
    /** The newest build of every suite, architecture and flavour. */
    NEWEST,
    /** No kernel. */
    NONE,
    /** Every kernel. */
    ALL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
