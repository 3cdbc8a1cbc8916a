package dev.relogrid.web.api;

import dev.relogrid.report.CauseCard;
import dev.relogrid.report.diff.CauseChange;
import dev.relogrid.report.diff.Change;
import dev.relogrid.report.diff.ReportDiff;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two answers; what is the same is only counted.
 *
 * @param differs whether anything is
 * @param same on how many kernels exactly the same is said of the object and every program
 * @param objects what changed for the object as a whole, what regressed first
 * @param programs what changed for programs that are in both
 * @param causes what of the causes behind it came and went
 * @param newPrograms programs only the second has
 * @param removedPrograms programs only the first has
 * @param newKernels kernels only the second was held against
 * @param removedKernels kernels only the first was held against
 */
@Schema(name = "Diff")
record DiffView(
        boolean differs,
        int same,
        List<ChangeView> objects,
        List<ChangeView> programs,
        List<CauseChangeView> causes,
        List<String> newPrograms,
        List<String> removedPrograms,
        List<String> newKernels,
        List<String> removedKernels) {

    /**
     * One change, with all kernels it is so on.
     *
     * @param kind {@code regressed}, {@code fixed} or {@code changed_reason}
     * @param program empty for the object as a whole
     * @param from the verdict that was
     * @param to the verdict that is
     */
    @Schema(name = "Change")
    record ChangeView(
            String kind,
            String program,
            String from,
            String to,
            String reasonBefore,
            String reason,
            List<String> kernels) {

        static ChangeView of(Change change) {
            return new ChangeView(
                    change.kind().code(),
                    change.program(),
                    change.from().code(),
                    change.to().code(),
                    change.reasonBefore(),
                    change.reason(),
                    change.kernels());
        }
    }

    /** A cause that came, went, or weighs more or less than before; {@code place} is null when about no instruction. */
    @Schema(name = "CauseChange")
    record CauseChangeView(
            String kind,
            String code,
            String effect,
            String wanted,
            CauseCard.@Nullable Place place,
            List<String> kernels) {

        static CauseChangeView of(CauseChange change) {
            CauseCard card = change.card();
            return new CauseChangeView(
                    change.kind().code(),
                    card.code().name(),
                    card.effect().word(),
                    card.wanted(),
                    card.place(),
                    change.kernels());
        }
    }

    static DiffView of(ReportDiff diff) {
        return new DiffView(
                diff.differs(),
                diff.same(),
                diff.objects().stream().map(ChangeView::of).toList(),
                diff.programs().stream().map(ChangeView::of).toList(),
                diff.causes().stream().map(CauseChangeView::of).toList(),
                diff.newPrograms(),
                diff.removedPrograms(),
                diff.newKernels(),
                diff.removedKernels());
    }
}
