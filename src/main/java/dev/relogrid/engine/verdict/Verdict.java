package dev.relogrid.engine.verdict;

/** What is said of a program, or of an object, on a kernel; from best to worst. */
public enum Verdict {
    /** Everything the programs need is there. */
    OK("ok", "relocates", "\u2713", "+"),
    /** Something is missing, and the verifier never comes to where it is needed. */
    GUARDED("guarded", "guarded", "\u25d0", "o"),
    /** It loads, and may do something else than meant. */
    CHANGED("changed", "changed", "\u25b3", "!"),
    /** Something set before load decides; what, and which values, is said. */
    CONDITIONAL("conditional", "depends", "\u25c7", "="),
    /** The kernel has no types and none are known for it. */
    NO_BTF("no_btf", "no BTF", "\u2205", "0"),
    /** It cannot be decided from what is known of the kernel; the reason is given. */
    UNKNOWN("unknown", "unknown", "?", "?"),
    /** libbpf or the verifier refuses it, or it cannot be attached. */
    BROKEN("broken", "breaks", "\u2717", "x");

    private final String code;
    private final String word;
    private final String sign;
    private final String ascii;

    Verdict(String code, String word, String sign, String ascii) {
        this.code = code;
        this.word = word;
        this.sign = sign;
        this.ascii = ascii;
    }

    /** For programs: JSON, the database. */
    public String code() {
        return code;
    }

    /** For people. */
    public String word() {
        return word;
    }

    /** One character for people. */
    public String sign() {
        return sign;
    }

    /** The sign where only ASCII can be shown. */
    public String ascii() {
        return ascii;
    }

    /** The worse of the two. */
    public Verdict worst(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
