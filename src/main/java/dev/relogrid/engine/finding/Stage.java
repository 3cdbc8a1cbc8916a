package dev.relogrid.engine.finding;

/** What libbpf and the kernel do with an object, in order. */
public enum Stage {
    /** ELF, types, maps and externs are read: the same on every kernel. */
    OPEN("open"),
    /** Externs, CO-RE relocations, kernel functions and attach targets are resolved: an error is the whole object's. */
    RELOCATE("relocate"),
    /** Maps are created: a failure is the whole object's. */
    CREATE("create"),
    /** The verifier goes through each program: one that fails takes the others with it. */
    LOAD("load"),
    /** Programs are attached, each on its own. */
    ATTACH("attach");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** For people and for programs. */
    public String word() {
        return word;
    }
}
