package dev.relogrid.engine.advice;

/** How sure it is that something took the place of what a kernel lacks. */
public enum Grade {
    /** The table of renames says so. */
    KNOWN_RENAME("known rename"),
    /** Two reasons that do not depend on each other, and the rest of the access works from there. */
    VERY_LIKELY("very likely"),
    /** A name to look at; never something to change code for. */
    SIMILAR_NAME_ONLY("similar name only");

    private final String word;

    Grade(String word) {
        this.word = word;
    }

    /** For people. */
    public String word() {
        return word;
    }
}
