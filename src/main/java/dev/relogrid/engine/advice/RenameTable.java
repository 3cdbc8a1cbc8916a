package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Rename.Kind;
import java.util.ArrayList;
import java.util.List;

/** What the classes with the entries write them into. Origins are written as {@link Origin#parse} reads them. */
final class RenameTable {
    private final List<Rename> entries = new ArrayList<>();
    private String owner = "";

    List<Rename> entries() {
        return List.copyOf(entries);
    }

    /** The struct, union or enum that the entries after it are about. */
    void in(String type) {
        owner = type;
    }

    /** A field that is read elsewhere now, or under another name. */
    void moved(String from, String to, String origin, String what) {
        add(Kind.FIELD, from, List.of(to), new Change(origin, what, true));
    }

    /** A field whose successor has another meaning. */
    void changed(String from, String to, String origin, String what) {
        add(Kind.FIELD, from, List.of(to), new Change(origin, what, false));
    }

    /** A field without a successor. */
    void gone(String from, String origin, String what) {
        add(Kind.FIELD, from, List.of(), new Change(origin, what, false));
    }

    void enumValue(String from, String to, String origin, String what) {
        add(Kind.ENUM_VALUE, from, List.of(to), new Change(origin, what, true));
    }

    void type(String from, String to, String origin, String what) {
        in("");
        add(Kind.TYPE, from, List.of(to), new Change(origin, what, true));
    }

    /**
     * A function.
     *
     * @param to its successors, the likeliest first, with spaces between
     */
    void function(String from, String to, String origin, String what) {
        in("");
        add(Kind.FUNCTION, from, List.of(to.split(" ", -1)), new Change(origin, what, true));
    }

    private record Change(String origin, String what, boolean sameValue) {}

    private void add(Kind kind, String from, List<String> to, Change change) {
        Origin origin = Origin.parse(change.origin());
        entries.add(new Rename(kind, owner, from, to, origin, change.what(), change.sameValue()));
    }
}
