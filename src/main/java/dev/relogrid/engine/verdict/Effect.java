package dev.relogrid.engine.verdict;

/** What a finding means for the programs it is about; from best to worst. */
public enum Effect {
    /** The verifier never comes to the instruction. */
    GUARDED("guarded", Verdict.GUARDED),
    /** The program loads, and may do something else than meant. */
    WARNS("warns", Verdict.CHANGED),
    /** Something set before load decides. */
    DEPENDS("depends", Verdict.CONDITIONAL),
    /** It cannot be said. */
    UNDECIDED("undecided", Verdict.UNKNOWN),
    /** The program is refused, or cannot be attached. */
    BREAKS("breaks", Verdict.BROKEN);

    private final String word;
    private final Verdict verdict;

    Effect(String word, Verdict verdict) {
        this.word = word;
        this.verdict = verdict;
    }

    /** For programs: JSON, the database. */
    public String word() {
        return word;
    }

    /** What is said of a program that has no worse finding. */
    public Verdict verdict() {
        return verdict;
    }
}
