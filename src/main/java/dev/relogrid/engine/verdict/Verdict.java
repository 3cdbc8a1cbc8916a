package dev.relogrid.engine.verdict;

/** What is said of a program, or of an object, on a kernel; from best to worst. */
public enum Verdict {
    /** Every relocation has a target, or needs none. */
    OK("ok", "relocates", "\u2713", "+"),
    /** The kernel has no types and none are known for it. */
    NO_BTF("no_btf", "no BTF", "\u2205", "0"),
    /** It cannot be decided from the types alone; the reason is given. */
    UNKNOWN("unknown", "unknown", "?", "?"),
    /** libbpf refuses the object, or the verifier is certain to refuse a program. */
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
