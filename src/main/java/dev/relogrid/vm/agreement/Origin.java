package dev.relogrid.vm.agreement;

/** Where a disagreement comes from, as far as its kind tells. */
public enum Origin {
    VERIFIER_LIMIT("what only the verifier knows of values and memory"),
    MISSING_MODEL("a rule the engine lacks or has wrong: the kernel's facts would have told"),
    ENGINE_BUG("the engine refuses what the kernel takes"),
    GUEST_LIMIT("the trial failed, or the guest was too small"),
    NONE("the two agree, or there is nothing to compare");

    private final String words;

    Origin(String words) {
        this.words = words;
    }

    /** For people, a clause. */
    public String words() {
        return words;
    }

    public static Origin of(Cell cell) {
        return switch (cell.outcome()) {
            case FALSE_OK ->
                cell.ending() == Ending.VERIFIER || cell.ending() == Ending.COMPLEXITY ? VERIFIER_LIMIT : MISSING_MODEL;
            case FALSE_BROKEN -> ENGINE_BUG;
            case NO_TRIAL -> GUEST_LIMIT;
            case TRUE_OK, TRUE_BROKEN, CONDITIONAL, UNKNOWN -> NONE;
        };
    }
}
