package dev.relogrid.policy;

import dev.relogrid.engine.verdict.Verdict;
import java.util.Locale;

/** What a kernel counts as; from best to worst. */
public enum Standing {
    /** The object is not meant for its machines: their byte order is the other one. Counts for nothing. */
    ASIDE,
    /** All is there, or what is missing is guarded. */
    PASS,
    /** It may work and it may not, or something that stands in the way is accepted. */
    WARN,
    /** As bad as the policy says is too bad. */
    FAIL;

    /** In lower case, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of the two. */
    public Standing worst(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** What a verdict comes to where nothing is accepted. */
    public static Standing of(Verdict verdict, Verdict failOn) {
        if (verdict.compareTo(failOn) >= 0) {
            return FAIL;
        }
        return verdict.compareTo(Verdict.GUARDED) <= 0 ? PASS : WARN;
    }
}
