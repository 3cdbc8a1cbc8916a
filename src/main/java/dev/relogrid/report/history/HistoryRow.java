package dev.relogrid.report.history;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.engine.history.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a history.
 *
 * @param line a suite and architecture, as {@code debian/trixie/amd64}; empty for all of them together
 * @param flavours whose; empty where all of the line have one history
 * @param segments oldest first
 */
public record HistoryRow(String line, List<String> flavours, List<HistoryTrack.Segment> segments) {

    /** All lines together first, then one by one in the order of the kernels; kernels of no archive are left out. */
    public static List<HistoryRow> of(List<HistoryRun.Asked> asked) {
        Map<String, List<HistoryRun.Asked>> lines = new LinkedHashMap<>();
        for (HistoryRun.Asked one : asked) {
            CatalogEntry entry = one.kernel().entry();
            if (entry != null) {
                KernelId id = entry.id();
                lines.computeIfAbsent(id.distro() + "/" + id.suite() + "/" + id.arch(), line -> new ArrayList<>())
                        .add(one);
            }
        }
        List<HistoryRow> rows = new ArrayList<>(together(asked));
        lines.forEach((line, members) -> rows.addAll(rows(line, members)));
        return rows;
    }

    /** All lines together, one for each kind of kernel with a history of its own. */
    public static List<HistoryRow> together(List<HistoryRun.Asked> asked) {
        return rows("", asked);
    }

    /** Those that know an answer, if there are any: what is not known of one flavour is known of another. */
    private static List<HistoryRun.Asked> known(List<HistoryRun.Asked> asked) {
        List<HistoryRun.Asked> known = new ArrayList<>();
        for (HistoryRun.Asked one : asked) {
            if (one.answer().status() != Answer.Status.UNKNOWN) {
                known.add(one);
            }
        }
        return known.isEmpty() ? asked : known;
    }

    private static List<HistoryRow> rows(String line, List<HistoryRun.Asked> asked) {
        List<HistoryTrack> tracks = HistoryTrack.merged(HistoryTrack.ofFlavours(known(asked)));
        List<HistoryRow> rows = new ArrayList<>();
        for (HistoryTrack track : tracks) {
            rows.add(new HistoryRow(line, tracks.size() == 1 ? List.of() : track.flavours(), track.segments()));
        }
        return rows;
    }
}
