package dev.relogrid.gate.render;

import org.jspecify.annotations.Nullable;

/**
 * A line of source.
 *
 * @param file from the top of the repository; null where the repository has no such file, or none is known
 * @param line from 1; 0 when not known
 * @param column from 1; 0 when not known
 * @param compiled what the compiler called the file; empty where none is known
 */
record Spot(@Nullable String file, int line, int column, String compiled) {
    static final Spot UNKNOWN = new Spot(null, 0, 0, "");

    /** {@code src/probe.bpf.c:18}, by the repository's name where it has one; empty where nothing is known. */
    String text() {
        String name = file == null ? compiled : file;
        return name.isEmpty() || line == 0 ? name : name + ":" + line;
    }

    /** Whether the source is known, and is no file of the repository. */
    boolean isOutside() {
        return file == null && !compiled.isEmpty();
    }
}
