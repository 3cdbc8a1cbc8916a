package dev.relogrid.web.run;

import dev.relogrid.matrix.analysis.BootedAgreement;
import dev.relogrid.vm.agreement.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said without booting, held against booted kernels, program by program; of several boots of one program on one
 * kernel the last counts.
 *
 * @param counts on all kernels together
 * @param kernels those that were booted, by id
 * @param disagreements the latest first
 * @param nextCursor where {@code disagreements} go on; null at the end
 */
@Schema(name = "Agreement")
record AgreementView(
        AgreementCounts counts,
        List<AgreementKernel> kernels,
        List<DisagreementView> disagreements,
        @Nullable String nextCursor) {

    /**
     * How many programs compare in which way.
     *
     * @param programs all of them
     * @param trueOk said to load, and did
     * @param trueBroken said to be refused, and was
     * @param falseOk said to load, and was refused
     * @param falseBroken said to be refused, and loaded
     * @param conditional said to depend on what a loader sets
     * @param unknown nothing was said
     * @param noTrial nothing can be learned: the trial failed, or the guest was too small
     */
    @Schema(name = "AgreementCounts")
    record AgreementCounts(
            int programs,
            int trueOk,
            int trueBroken,
            int falseOk,
            int falseBroken,
            int conditional,
            int unknown,
            int noTrial) {

        static AgreementCounts of(Map<Outcome, Integer> counts) {
            return new AgreementCounts(
                    counts.values().stream().mapToInt(Integer::intValue).sum(),
                    counts.getOrDefault(Outcome.TRUE_OK, 0),
                    counts.getOrDefault(Outcome.TRUE_BROKEN, 0),
                    counts.getOrDefault(Outcome.FALSE_OK, 0),
                    counts.getOrDefault(Outcome.FALSE_BROKEN, 0),
                    counts.getOrDefault(Outcome.CONDITIONAL, 0),
                    counts.getOrDefault(Outcome.UNKNOWN, 0),
                    counts.getOrDefault(Outcome.NO_TRIAL, 0));
        }
    }

    /** One kernel by its id. */
    @Schema(name = "AgreementKernel")
    record AgreementKernel(String kernel, AgreementCounts counts) {}

    /**
     * A program of which a booted kernel said otherwise.
     *
     * @param sha256 the object's
     * @param object the object's name
     * @param comparison {@code false_ok} or {@code false_broken}
     * @param predicted the code of the verdict at that time
     * @param outcome what became of it, one word: {@code loaded}, {@code rejected}
     * @param detail what the kernel or libbpf said; may be empty
     * @param evidence the address of all that the kernel said of the object
     */
    @Schema(name = "Disagreement")
    record DisagreementView(
            String sha256,
            String object,
            String program,
            String kernel,
            String comparison,
            String predicted,
            String outcome,
            String detail,
            Instant bootedAt,
            String evidence) {

        static DisagreementView of(BootedAgreement.Disagreement one) {
            return new DisagreementView(
                    one.sha256(),
                    one.object(),
                    one.program(),
                    one.kernel(),
                    one.comparison().name().toLowerCase(Locale.ROOT),
                    one.predicted(),
                    one.outcome(),
                    one.detail(),
                    one.bootedAt(),
                    "/api/v1/objects/" + one.sha256() + "/evidence?kernel="
                            + URLEncoder.encode(one.kernel(), StandardCharsets.UTF_8));
        }
    }

    static AgreementView of(
            SortedMap<String, Map<Outcome, Integer>> byKernel,
            List<BootedAgreement.Disagreement> disagreements,
            @Nullable String nextCursor) {
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        byKernel.values()
                .forEach(counts -> counts.forEach((outcome, count) -> all.merge(outcome, count, Integer::sum)));
        return new AgreementView(
                AgreementCounts.of(all),
                byKernel.entrySet().stream()
                        .map(each -> new AgreementKernel(each.getKey(), AgreementCounts.of(each.getValue())))
                        .toList(),
                disagreements.stream().map(DisagreementView::of).toList(),
                nextCursor);
    }
}
