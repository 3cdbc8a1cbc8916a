package dev.relogrid.report.history;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.history.Answer;
import dev.relogrid.report.kernels.UpstreamVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Kernels of one flavour, or of several that never disagree, and their answers from version to version. */
public final class HistoryTrack {
    private final Set<String> flavours = new LinkedHashSet<>();
    private final TreeMap<UpstreamVersion, Set<Answer>> answers = new TreeMap<>();

    /**
     * Neighbouring versions of one answer; of several answers only where builds of one flavour and version disagree.
     */
    public record Segment(List<Answer> answers, UpstreamVersion first, UpstreamVersion last) {}

    /** One for each flavour, as they come. */
    public static List<HistoryTrack> ofFlavours(List<HistoryRun.Asked> asked) {
        Map<String, HistoryTrack> tracks = new TreeMap<>();
        for (HistoryRun.Asked one : asked) {
            CatalogEntry entry = one.kernel().entry();
            if (entry != null) {
                String flavour = entry.origin().flavour();
                String name = flavour.isEmpty() ? entry.id().arch() : flavour;
                HistoryTrack track = tracks.computeIfAbsent(entry.id().arch() + "/" + name, key -> new HistoryTrack());
                track.flavours.add(name);
                track.answers
                        .computeIfAbsent(UpstreamVersion.of(entry), version -> new LinkedHashSet<>())
                        .add(one.answer());
            }
        }
        return new ArrayList<>(tracks.values());
    }

    /** As few as can be: flavours whose answers make one history are one. */
    public static List<HistoryTrack> merged(List<HistoryTrack> tracks) {
        List<HistoryTrack> merged = new ArrayList<>();
        for (HistoryTrack track : tracks) {
            boolean found = false;
            for (int i = 0; i < merged.size() && !found; i++) {
                found = merged.get(i).takes(track);
            }
            if (!found) {
                merged.add(track);
            }
        }
        return merged;
    }

    /** Takes the other's kernels, unless it would disagree with itself or change its answer more often than before. */
    private boolean takes(HistoryTrack other) {
        var both = new HistoryTrack();
        both.answers.putAll(answers);
        for (Map.Entry<UpstreamVersion, Set<Answer>> one : other.answers.entrySet()) {
            Set<Answer> before = both.answers.putIfAbsent(one.getKey(), one.getValue());
            if (before != null && !before.equals(one.getValue())) {
                return false;
            }
        }
        Map<Set<Answer>, Integer> mine = runs();
        Map<Set<Answer>, Integer> others = other.runs();
        for (Map.Entry<Set<Answer>, Integer> run : both.runs().entrySet()) {
            int before = Math.max(mine.getOrDefault(run.getKey(), 0), others.getOrDefault(run.getKey(), 0));
            if (run.getValue() > before) {
                return false;
            }
        }
        answers.putAll(both.answers);
        flavours.addAll(other.flavours);
        return true;
    }

    /** How many times each answer begins. */
    private Map<Set<Answer>, Integer> runs() {
        Map<Set<Answer>, Integer> runs = new HashMap<>();
        Set<Answer> last = Set.of();
        for (Set<Answer> now : answers.values()) {
            if (!now.equals(last)) {
                runs.merge(now, 1, Integer::sum);
            }
            last = now;
        }
        return runs;
    }

    public List<String> flavours() {
        return List.copyOf(flavours);
    }

    /** Oldest first. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        Set<Answer> last = Set.of();
        for (Map.Entry<UpstreamVersion, Set<Answer>> entry : answers.entrySet()) {
            UpstreamVersion version = entry.getKey();
            Segment before = segments.isEmpty() ? null : segments.getLast();
            if (before != null && entry.getValue().equals(last)) {
                segments.set(segments.size() - 1, new Segment(before.answers(), before.first(), version));
            } else {
                segments.add(new Segment(List.copyOf(entry.getValue()), version, version));
            }
            last = entry.getValue();
        }
        return segments;
    }
}
