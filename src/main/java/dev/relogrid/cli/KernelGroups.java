package dev.relogrid.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kernels by suite and architecture, for lists nobody reads to the end: {@code debian/trixie/arm64 (all 8)}, {@code
 * debian/sid/amd64 (2 of 3: 7.2.13+deb14-amd64 to 7.2.13+deb14-rt-amd64)}. What has no id but is a file stands for itself.
 */
final class KernelGroups {
    /** So many kernels are listed one by one. */
    static final int FEW = 24;

    private static final int SLASHES = 3;
    private final Map<String, Integer> sizes = new HashMap<>();

    /** @param all the ids of all kernels there are, in their order */
    KernelGroups(List<String> all) {
        for (String id : all) {
            sizes.merge(group(id), 1, Integer::sum);
        }
    }

    private static String group(String id) {
        boolean isId = !id.startsWith("/") && id.chars().filter(c -> c == '/').count() == SLASHES;
        return isId ? id.substring(0, id.lastIndexOf('/')) : id;
    }

    /** One string for each group the ids are in, in the order of the ids. */
    List<String> describe(List<String> ids) {
        Map<String, List<String>> byGroup = new LinkedHashMap<>();
        for (String id : ids) {
            byGroup.computeIfAbsent(group(id), group -> new ArrayList<>()).add(id);
        }
        List<String> texts = new ArrayList<>();
        byGroup.forEach((group, members) -> texts.add(describe(group, members)));
        return texts;
    }

    private String describe(String group, List<String> members) {
        int all = sizes.getOrDefault(group, members.size());
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
