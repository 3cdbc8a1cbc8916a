package dev.relogrid.web.api;

import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.history.HistoryLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The thing a person fixes.
 *
 * @param number its place in the list, by which it can be asked for
 * @param code what it is: stable, explained under {@code /api/v1/verdicts}
 * @param effect what it comes to: {@code breaks}, {@code undecided}, {@code depends}, {@code warns}, {@code guarded}
 * @param stage where it shows
 * @param wanted what the object wants
 * @param has what kernels have instead, the most frequent first
 * @param why why it is reached, or what keeps the verifier from it; the most frequent first
 * @param programs their places in the list of programs
 * @param place the instruction it is about; null when about none
 * @param access the relocation it is about; null when about none
 * @param nearest what may have taken its place, the likeliest first
 * @param history what became of it over all kernels, lines of plain text
 * @param fix C that works before and after; empty where none is sure to
 * @param kernels where it is so: ranges of places in the list of kernels, both ends included
 */
@Schema(name = "Cause")
record CauseView(
        int number,
        String code,
        String effect,
        String stage,
        String wanted,
        List<String> has,
        List<String> why,
        List<Integer> programs,
        CauseCard.@Nullable Place place,
        CauseCard.@Nullable Access access,
        List<NearestView> nearest,
        List<String> history,
        String fix,
        List<int[]> kernels) {

    /** What may be used instead; {@code type} is C, empty where it has none. */
    @Schema(name = "Nearest")
    record NearestView(String path, String type, String grade, List<String> reasons) {}

    static CauseView of(Sighting seen, MatrixRows rows) {
        CauseCard card = seen.card();
        return new CauseView(
                seen.cause(),
                card.code().name(),
                card.effect().word(),
                card.stage().word(),
                card.wanted(),
                seen.has(),
                seen.whys(),
                seen.programs(),
                card.place(),
                card.access(),
                card.nearest().stream().map(CauseView::nearest).toList(),
                card.history().stream().map(HistoryLine::text).toList(),
                card.fix(),
                rows.ranges(seen.kernels()));
    }

    private static NearestView nearest(CauseCard.Nearest near) {
        return new NearestView(near.path(), near.type(), near.grade().name().toLowerCase(Locale.ROOT), near.reasons());
    }
}
