package dev.relogrid.report.diff;

import dev.relogrid.report.AnswerClass.Found;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.CauseKey;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.Standing;
import dev.relogrid.report.diff.Change.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the causes of one report again in another, and compares what they come to on the same kernels. */
final class CauseComparison {
    private final Side before;
    private final Side after;
    private final Map<CauseKey, List<String>> worse = new LinkedHashMap<>();
    private final Map<CauseKey, List<String>> better = new LinkedHashMap<>();

    CauseComparison(Report before, Report after) {
        this.before = new Side(before);
        this.after = new Side(after);
        Comparison.pairs(before, after).forEach((pair, kernels) -> compare(pair.before(), pair.after(), kernels));
    }

    private void compare(int classBefore, int classAfter, List<String> kernels) {
        Map<CauseKey, Standing> was = before.standings(classBefore);
        Map<CauseKey, Standing> is = after.standings(classAfter);
        is.forEach((key, standing) -> {
            if (standing.compareTo(was.getOrDefault(key, Standing.PASS)) > 0) {
                worse.computeIfAbsent(key, k -> new ArrayList<>()).addAll(kernels);
            }
        });
        was.forEach((key, standing) -> {
            if (standing.compareTo(is.getOrDefault(key, Standing.PASS)) > 0) {
                better.computeIfAbsent(key, k -> new ArrayList<>()).addAll(kernels);
            }
        });
    }

    List<CauseChange> changes() {
        List<CauseChange> changes = new ArrayList<>();
        worse.forEach((key, kernels) -> changes.add(change(Kind.REGRESSED, key, after, kernels)));
        better.forEach((key, kernels) -> changes.add(change(Kind.FIXED, key, before, kernels)));
        changes.sort(Comparator.comparing(CauseChange::kind)
                .thenComparingInt(change -> -change.card().effect().ordinal())
                .thenComparingInt(change -> -change.kernels().size()));
        return changes;
    }

    private static CauseChange change(Kind kind, CauseKey key, Side side, List<String> kernels) {
        return new CauseChange(kind, key, side.card(key), kernels);
    }

    /** One of the reports. */
    private static final class Side {
        private final Report report;
        private final List<CauseKey> keys = new ArrayList<>();
        private final Map<CauseKey, CauseCard> cards = new HashMap<>();

        Side(Report report) {
            this.report = report;
            for (Sighting cause : report.seen()) {
                CauseKey key = CauseKey.of(report, cause);
                keys.add(key);
                cards.putIfAbsent(key, cause.card()); // the worst comes first
            }
        }

        CauseCard card(CauseKey key) {
            CauseCard card = cards.get(key);
            if (card == null) {
                throw new IllegalArgumentException("no cause " + key);
            }
            return card;
        }

        /** What each cause comes to for the worst of its programs. */
        Map<CauseKey, Standing> standings(int answer) {
            Map<Integer, CauseCard> found = new TreeMap<>();
            for (Found one : report.classes().get(answer).found()) {
                found.put(one.cause(), report.causes().get(one.cause()));
            }
            Map<CauseKey, Standing> standings = new LinkedHashMap<>();
            found.forEach((cause, card) -> standings.merge(
                    keys.get(cause), Standing.of(card.effect()), (a, b) -> a.compareTo(b) >= 0 ? a : b));
            return standings;
        }
    }
}
