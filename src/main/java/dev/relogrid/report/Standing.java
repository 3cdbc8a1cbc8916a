package dev.relogrid.report;

import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;

/** What a verdict counts as where somebody only wants to go on or stop; from best to worst. */
public enum Standing {
    PASS,
    WARN,
    FAIL;

    public static Standing of(Verdict verdict) {
        return switch (verdict) {
            case OK, GUARDED -> PASS;
            case CHANGED, CONDITIONAL, NO_BTF, UNKNOWN -> WARN;
            case BROKEN -> FAIL;
        };
    }

    public static Standing of(Effect effect) {
        return of(effect.verdict());
    }
}
