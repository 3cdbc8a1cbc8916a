package dev.relogrid.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Subject;
import dev.relogrid.report.diff.CauseChange;
import dev.relogrid.report.diff.Change;
import dev.relogrid.report.diff.ReportDiff;
import dev.relogrid.report.diff.Tally;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two answers, as {@code relogrid diff --format json} has it; what is the same is only counted.
 *
 * @param summary in one line
 * @param changes what changed for the object as a whole, what regressed first
 * @param programs what changed for programs that are in both
 * @param causes what of the causes behind it came and went
 * @param newPrograms programs only the second has
 * @param removedPrograms programs only the first has
 * @param newKernels kernels only the second was held against
 * @param removedKernels kernels only the first was held against
 * @param same on how many kernels exactly the same is said of the object and every program
 */
@Schema(name = "Diff")
record DiffView(
        Side before,
        Side after,
        String summary,
        List<ChangeView> changes,
        List<ChangeView> programs,
        List<CauseChangeView> causes,
        List<String> newPrograms,
        List<String> removedPrograms,
        List<String> newKernels,
        List<String> removedKernels,
        int same) {

    /** An object, by its name and the digest of its bytes. */
    @Schema(name = "ComparedObject")
    record Side(String object, String sha256) {

        static Side of(Subject subject) {
            String sha256 = subject.sha256();
            return new Side(subject.name(), sha256 == null ? "" : sha256);
        }
    }

    /**
     * One change, with all kernels it is so on.
     *
     * @param kind {@code regressed}, {@code fixed} or {@code changed_reason}
     * @param program left out for the object as a whole
     * @param from the verdict that was
     * @param to the verdict that is
     */
    @Schema(name = "Change")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            String kind,
            @Nullable String program,
            String from,
            String to,
            String reasonBefore,
            String reason,
            List<String> kernels) {

        static ChangeView of(Change change) {
            return new ChangeView(
                    change.kind().code(),
                    change.program().isEmpty() ? null : change.program(),
                    change.from().code(),
                    change.to().code(),
                    change.reasonBefore(),
                    change.reason(),
                    change.kernels());
        }
    }

    /** A cause that came, went, or weighs more or less than before; {@code file} and {@code line} where they are known. */
    @Schema(name = "CauseChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CauseChangeView(
            String kind,
            String code,
            String effect,
            String where,
            String wanted,
            @Nullable String file,
            @Nullable Integer line,
            List<String> kernels) {

        static CauseChangeView of(CauseChange change) {
            CauseCard.Place place = change.card().place();
            boolean known = place != null && place.file() != null;
            return new CauseChangeView(
                    change.kind().code(),
                    change.card().code().name(),
                    change.card().effect().word(),
                    change.key().where(),
                    change.key().wanted(),
                    place != null && known ? place.file() : null,
                    place != null && known ? place.line() : null,
                    change.kernels());
        }
    }

    static DiffView of(ReportDiff diff) {
        return new DiffView(
                Side.of(diff.before()),
                Side.of(diff.after()),
                Tally.of(diff).toString(),
                diff.objects().stream().map(ChangeView::of).toList(),
                diff.programs().stream().map(ChangeView::of).toList(),
                diff.causes().stream().map(CauseChangeView::of).toList(),
                diff.newPrograms(),
                diff.removedPrograms(),
                diff.newKernels(),
                diff.removedKernels(),
                diff.same());
    }
}
