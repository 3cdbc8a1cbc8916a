package dev.relogrid.report.kernels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kernels by suite and architecture, for lists nobody reads to the end: {@code debian/trixie/arm64 (all 8)}, {@code
 * debian/sid/amd64 (2 of 3: 7.2.13+deb14-amd64 to 7.2.13+deb14-rt-amd64)}. What has no id but is a file stands for itself.
 */
public final class KernelGroups {
    /** So many kernels are listed one by one. */
    public static final int FEW = 24;

    private static final int SLASHES = 3;
    /** So many lines say of one suite and architecture each which they are; more are only counted. */
    private static final int MOST = 8;

    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final KernelRanges ranges;

    /** @param all the ids of all kernels there are, in their order */
    public KernelGroups(List<String> all) {
        for (String id : all) {
            groups.computeIfAbsent(group(id), group -> new ArrayList<>()).add(id);
        }
        ranges = new KernelRanges(all);
    }

    /** The ids in as few words as say which they are: by version where versions tell, else by suite and architecture. */
    public List<String> summary(List<String> ids) {
        String versions = ranges.describe(ids);
        if (versions != null) {
            return List.of(versions);
        }
        List<String> described = describe(ids);
        if (described.size() <= MOST) {
            return described;
        }
        List<String> some = new ArrayList<>(described.subList(0, MOST - 1));
        some.add("and " + (described.size() - MOST + 1) + " more suites");
        return some;
    }

    /**
     * Where in a suite the ids begin or end.
     *
     * @param begins whether the first is good and the last is bad, not the other way round
     * @param last id of the last kernel before the turn
     * @param first id of the first one behind it
     */
    public record Turn(String group, boolean begins, String last, String first) {
        /** As a line: the last good one and the first bad one, or the other way round. */
        public String text() {
            return group + ": " + (begins ? "good" : "bad") + " up to " + release(last, group) + ", "
                    + (begins ? "bad" : "good") + " from " + release(first, group);
        }
    }

    /** One for each suite and architecture in which some are among the ids and some are not, if they are in one row. */
    public List<Turn> turns(List<String> ids) {
        Set<String> meant = new HashSet<>(ids);
        List<Turn> turns = new ArrayList<>();
        groups.forEach((group, members) -> {
            int turn = -1;
            int count = 0;
            for (int i = 1; i < members.size(); i++) {
                if (meant.contains(members.get(i)) != meant.contains(members.get(i - 1))) {
                    turn = i;
                    count++;
                }
            }
            if (count == 1) {
                turns.add(new Turn(group, meant.contains(members.get(turn)), members.get(turn - 1), members.get(turn)));
            }
        });
        return turns;
    }

    private static String group(String id) {
        boolean isId = !id.startsWith("/") && id.chars().filter(c -> c == '/').count() == SLASHES;
        return isId ? id.substring(0, id.lastIndexOf('/')) : id;
    }

    /** One string for each group the ids are in, in the order of the ids. */
    public List<String> describe(List<String> ids) {
        Map<String, List<String>> byGroup = new LinkedHashMap<>();
        for (String id : ids) {
            byGroup.computeIfAbsent(group(id), group -> new ArrayList<>()).add(id);
        }
        List<String> texts = new ArrayList<>();
        byGroup.forEach((group, members) -> texts.add(describe(group, members)));
        return texts;
    }

    private String describe(String group, List<String> members) {
        int all = groups.getOrDefault(group, members).size();
        if (members.size() == 1) {
            return members.getFirst();
        }
        if (members.size() == all) {
            return group + " (all " + all + ")";
        }
        return group + " (" + members.size() + " of " + all + ": " + release(members.getFirst(), group)
                + (members.size() == 2 ? " and " : " to ") + release(members.getLast(), group) + ")";
    }

    private static String release(String id, String group) {
        return id.substring(Math.min(id.length(), group.length() + 1));
    }
}
