package dev.relogrid.web.api;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.matrix.analysis.Letters;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the letters of a row mean. */
final class Legend {
    private static final Map<String, String> LETTERS = letters();

    private Legend() {}

    private static Map<String, String> letters() {
        Map<String, String> legend = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            legend.put(String.valueOf(Letters.of(verdict)), verdict.code());
        }
        legend.put(String.valueOf(MatrixRows.ASIDE), "other_byte_order");
        legend.put(String.valueOf(MatrixRows.UNANSWERED), "unanswered");
        return legend;
    }

    /** Words by letters. */
    static Map<String, String> all() {
        return LETTERS;
    }
}
