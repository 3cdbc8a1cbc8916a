package dev.relogrid.report;

import dev.relogrid.archive.Sha256;
import dev.relogrid.report.CauseCard.Access;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.Subject.ProgramName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cause is known by when an object is compiled anew, or judged by another engine: never a line or a relocation's
 * number, so that an edit above it does not look like another cause.
 *
 * @param where the function that holds the instruction; for what is about no instruction the programs, with commas between
 *     them; empty for the whole object
 * @param wanted the access, {@code struct inode.i_ctime.tv_sec}, or what is wanted in words
 * @param kind of a relocation what it asks, else the code
 */
public record CauseKey(String where, String wanted, String kind) {

    /** Of a cause of that report. */
    public static CauseKey of(Report report, Sighting cause) {
        CauseCard card = cause.card();
        Access access = card.access();
        String wanted = access == null || access.root().isEmpty() ? card.wanted() : path(access);
        return new CauseKey(
                where(report, cause), wanted, access == null ? card.code().name() : access.kind());
    }

    private static String path(Access access) {
        StringBuilder path = new StringBuilder(access.root());
        for (String step : access.steps()) {
            path.append(step.startsWith("[") ? "" : ".").append(step);
        }
        return path.toString();
    }

    private static String where(Report report, Sighting cause) {
        Place place = cause.card().place();
        if (place != null) {
            return place.function();
        }
        if (cause.card().wholeObject()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        for (int program : cause.programs()) {
            ProgramName name = report.subject().programs().get(program);
            names.add(name.name());
        }
        names.sort(null);
        return String.join(",", names);
    }

    /** The same for programs that compare runs: 64 hexadecimal digits. */
    public String fingerprint() {
        return Sha256.of((where + "\n" + wanted + "\n" + kind).getBytes(StandardCharsets.UTF_8));
    }
}
