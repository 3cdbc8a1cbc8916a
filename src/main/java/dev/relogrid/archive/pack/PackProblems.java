package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.List;

/** What is wrong with a pack that no checksum tells. */
final class PackProblems {
    /** A definition without listed references. */
    static final Definition NONE = new Definition(-1, new int[Shape.HEADER], List.of());

    private PackProblems() {}

    static MalformedInput noType(int symbol, int place) {
        return new MalformedInput(
                "pack section DEFS",
                0,
                "a reference to a type its kernel has",
                "type " + place + " of symbol " + symbol);
    }
}
