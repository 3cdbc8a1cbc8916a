package dev.relogrid.web.api;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.matrix.analysis.Letters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What words and codes mean. */
@Tag(name = "knowledge")
@RestController
final class VerdictsController {

    /**
     * A verdict.
     *
     * @param code for programs
     * @param word for people
     * @param sign one character; {@code ascii} where that cannot be shown
     * @param letter in rows of the grid
     */
    @Schema(name = "Verdict")
    record VerdictView(String code, String word, String sign, String ascii, String letter, String meaning) {

        static VerdictView of(Verdict verdict) {
            return new VerdictView(
                    verdict.code(),
                    verdict.word(),
                    verdict.sign(),
                    verdict.ascii(),
                    String.valueOf(Letters.of(verdict)),
                    meaning(verdict));
        }

        private static String meaning(Verdict verdict) {
            return switch (verdict) {
                case OK -> "Everything the programs need is there.";
                case GUARDED -> "Something is missing, and the verifier never comes to where it is needed.";
                case CHANGED -> "It loads, and may do something else than meant.";
                case CONDITIONAL -> "Something set before load decides; what, and which values, is said.";
                case NO_BTF -> "The kernel has no types, and none are known for it.";
                case UNKNOWN -> "It cannot be decided from what is known of the kernel; the reason is given.";
                case BROKEN -> "libbpf or the verifier refuses it, or it cannot be attached.";
            };
        }
    }

    /** Verdicts from best to worst, and causes. */
    @Schema(name = "Legend")
    record LegendView(List<VerdictView> verdicts, List<CauseMeaning> causes) {}

    @Operation(operationId = "getLegend", summary = "What verdicts and codes of causes mean, in a line each")
    @GetMapping(Links.ROOT + "/verdicts")
    LegendView all() {
        return new LegendView(
                Arrays.stream(Verdict.values()).map(VerdictView::of).toList(), CauseMeanings.all());
    }
}
