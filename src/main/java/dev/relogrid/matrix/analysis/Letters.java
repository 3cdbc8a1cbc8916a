package dev.relogrid.matrix.analysis;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import java.util.List;

/** Verdicts as single letters, for rows of the grid. */
public final class Letters {
    private Letters() {}

    /** One letter for each program. */
    public static String of(List<AnswerClass.ProgramAnswer> programs) {
        StringBuilder letters = new StringBuilder(programs.size());
        for (AnswerClass.ProgramAnswer program : programs) {
            letters.append(of(program.verdict()));
        }
        return letters.toString();
    }

    /** A letter of its own; {@code d} is "depends": {@code c} is taken. */
    public static char of(Verdict verdict) {
        return switch (verdict) {
            case OK -> 'o';
            case GUARDED -> 'g';
            case CHANGED -> 'c';
            case CONDITIONAL -> 'd';
            case NO_BTF -> 'n';
            case UNKNOWN -> 'u';
            case BROKEN -> 'b';
        };
    }
}
