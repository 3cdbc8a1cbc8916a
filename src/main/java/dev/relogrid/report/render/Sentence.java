package dev.relogrid.report.render;

import dev.relogrid.report.CauseCard;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.kernels.KernelGroups;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cause in one sentence, and where it is, for reports that have no more room. */
public final class Sentence {
    private final Report report;
    private final KernelGroups groups;

    public Sentence(Report report) {
        this.report = report;
        this.groups = new KernelGroups(report.typed());
    }

    /** {@code on_open breaks on 508 of 615 kernels (6.12 and later): struct inode has no i_ctime}. */
    public String of(Sighting cause) {
        int all = report.kernels().size();
        String where = where(cause);
        return CauseText.subject(report, cause) + " "
                + CauseText.word(cause.card().effect()) + " on "
                + cause.kernels().size() + " of " + TextReport.kernels(all)
                + (where.isEmpty() ? "" : " (" + where + ")") + ": " + what(cause);
    }

    /** Which kernels, in few words; empty for all of them. */
    public String where(Sighting cause) {
        return cause.kernels().size() == report.kernels().size()
                ? ""
                : String.join(", ", groups.summary(cause.kernels()));
    }

    /** What is wanted and what there is instead, by the most frequent answer. */
    public static String what(Sighting cause) {
        String wanted = cause.card().wanted();
        List<String> has = cause.has();
        String first = has.isEmpty() ? "" : has.getFirst();
        boolean told = cause.card().access() != null && first.contains(" has no ");
        return told ? first : wanted + (first.isEmpty() ? "" : ": " + first);
    }

    /** {@code samples/ctime.bpf.c:18}; empty where it is not known. */
    public static String place(CauseCard card) {
        Place place = card.place();
        String file = place == null ? null : file(place.file());
        return place == null || file == null ? "" : file + ":" + place.line();
    }

    /** A compiler's path without a leading {@code ./}. */
    public static @Nullable String file(@Nullable String file) {
        return file != null && file.startsWith("./") ? file.substring(2) : file;
    }
}
