package dev.relogrid.archive;

/**
 * A part of a kernel that was found unhealthy when it was added: it is on record and never used for an answer.
 *
 * @param part {@code vmlinux}, {@code config}, {@code symbols}, {@code modules} for all of them, or a module's name
 * @param why a sentence without a full stop
 */
public record Quarantined(String part, String why) implements Comparable<Quarantined> {
    /** The part that is the kernel itself. */
    public static final String VMLINUX = "vmlinux";
    /** The text of its .config. */
    public static final String CONFIG = "config";
    /** The list of its symbols. */
    public static final String SYMBOLS = "symbols";
    /** All modules at once. */
    public static final String MODULES = "modules";

    @Override
    public int compareTo(Quarantined other) {
        int byPart = part.compareTo(other.part);
        return byPart != 0 ? byPart : why.compareTo(other.why);
    }

    @Override
    public String toString() {
        return part + ": " + why;
    }
}
