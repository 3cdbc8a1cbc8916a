package dev.relogrid.report.render;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.look.Style;

/** The colours of verdicts. */
final class Paint {
    private Paint() {}

    static String of(Style style, Verdict verdict, String text) {
        return switch (verdict) {
            case OK, GUARDED -> style.green(text);
            case CHANGED, CONDITIONAL, UNKNOWN -> style.yellow(text);
            case NO_BTF -> style.faint(text);
            case BROKEN -> style.red(text);
        };
    }

    static String sign(Style style, Verdict verdict) {
        return style.sign(verdict.sign(), verdict.ascii());
    }
}
