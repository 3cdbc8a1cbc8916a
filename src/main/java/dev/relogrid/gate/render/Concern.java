package dev.relogrid.gate.render;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.SourcePaths;
import dev.relogrid.policy.Ignore;
import dev.relogrid.report.CauseCard.Nearest;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.render.CauseText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an object is not fine on every kernel, and what the policy and what was before make of that.
 *
 * @param member the object
 * @param weight what it comes to
 * @param isNew whether it was not so before; never where nothing is compared
 * @param code of the cause; of the verdict where there is none
 * @param sentence without a full stop, and without the object's name
 * @param kernels ids of those where it is so
 * @param cause null where required kernels fail and no cause says why
 * @param accepted the entry that accepts it; null unless its weight is that
 */
record Concern(
        Member member,
        Weight weight,
        boolean isNew,
        String code,
        String sentence,
        List<String> kernels,
        @Nullable Sighting cause,
        @Nullable Ignore accepted) {

    /** What it is about; {@link Spot#UNKNOWN} where that is no instruction with a source line. */
    Spot spot(SourcePaths sources) {
        Place place = cause == null ? null : cause.card().place();
        if (place == null || place.file() == null) {
            return Spot.UNKNOWN;
        }
        String compiled = place.file().startsWith("./") ? place.file().substring(2) : place.file();
        return new Spot(sources.of(place.file()), Math.max(0, place.line()), Math.max(0, place.column()), compiled);
    }

    /** C that works before and after; empty where none is sure to. */
    String fix() {
        return cause == null ? "" : cause.card().fix();
    }

    /** The likeliest thing that took the place of what is missing; null where nothing is likely. */
    @Nullable
    Nearest nearest() {
        List<Nearest> shown =
                cause == null ? List.of() : CauseText.worthShowing(cause.card().nearest());
        return shown.isEmpty() || shown.getFirst().path().isEmpty() ? null : shown.getFirst();
    }
}
