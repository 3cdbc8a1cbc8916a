package dev.relogrid.report.kernels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Kernels by upstream version, where that tells those that are meant from the others: {@code 6.6 to 6.10}, {@code 6.12 and
 * later}; for architectures one by one where they differ. Distributions move changes between versions, so it may not tell.
 */
public final class KernelRanges {
    private static final int PARTS = 4;

    /** Of each architecture, of each version: the ids. */
    private final Map<String, NavigableMap<Integer, List<String>>> all = new LinkedHashMap<>();

    private final boolean everyVersionKnown;

    /** @param ids of all kernels there are */
    public KernelRanges(List<String> ids) {
        boolean known = true;
        for (String id : ids) {
            int version = version(id);
            known &= version >= 0;
            all.computeIfAbsent(architecture(id), arch -> new TreeMap<>())
                    .computeIfAbsent(version, v -> new ArrayList<>())
                    .add(id);
        }
        everyVersionKnown = known && !ids.isEmpty();
    }

    /** Of {@code 6.12.95+deb12-amd64} 6012; -1 of what is no id of an archived kernel, or has no version in it. */
    public static int version(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length != PARTS) {
            return -1;
        }
        int[] numbers = new int[2];
        int at = 0;
        String release = parts[PARTS - 1];
        for (int i = 0; i < release.length() && at < 2; i++) {
            char c = release.charAt(i);
            if (c >= '0' && c <= '9' && numbers[at] < 1000) {
                numbers[at] = 10 * numbers[at] + c - '0';
            } else if (c == '.' && at == 0) {
                at++;
            } else {
                break;
            }
        }
        return at == 0 ? -1 : 1000 * numbers[0] + numbers[1];
    }

    private static String architecture(String id) {
        String[] parts = id.split("/", -1);
        return parts.length == PARTS ? parts[2] : "";
    }

    /** Which versions the ids are, and no others are; null where versions do not tell. */
    @Nullable
    public String describe(List<String> ids) {
        if (!everyVersionKnown || ids.isEmpty()) {
            return null;
        }
        Set<String> meant = new HashSet<>(ids);
        NavigableMap<Integer, List<String>> together = new TreeMap<>();
        all.values()
                .forEach(versions ->
                        versions.forEach((version, of) -> together.computeIfAbsent(version, v -> new ArrayList<>())
                                .addAll(of)));
        String simple = ranges(together, meant);
        return simple != null ? simple : byArchitecture(meant);
    }

    private @Nullable String byArchitecture(Set<String> meant) {
        Map<String, List<String>> byText = new LinkedHashMap<>();
        for (Map.Entry<String, NavigableMap<Integer, List<String>>> entry : all.entrySet()) {
            String text = ranges(entry.getValue(), meant);
            if (text == null) {
                return null;
            }
            byText.computeIfAbsent(text, t -> new ArrayList<>()).add(entry.getKey());
        }
        List<String> parts = new ArrayList<>();
        byText.forEach((text, architectures) -> {
            if (!text.isEmpty()) {
                parts.add(text + " on " + String.join(", ", architectures));
            }
        });
        return String.join("; ", parts);
    }

    /** Empty for none of them; null where a version has some that are meant and some that are not. */
    private static @Nullable String ranges(NavigableMap<Integer, List<String>> versions, Set<String> meant) {
        List<int[]> ranges = new ArrayList<>();
        boolean open = false;
        for (Map.Entry<Integer, List<String>> entry : versions.entrySet()) {
            int count = 0;
            for (String id : entry.getValue()) {
                count += meant.contains(id) ? 1 : 0;
            }
            if (count != 0 && count != entry.getValue().size()) {
                return null;
            }
            if (count == 0) {
                open = false;
            } else if (open) {
                ranges.getLast()[1] = entry.getKey();
            } else {
                ranges.add(new int[] {entry.getKey(), entry.getKey()});
                open = true;
            }
        }
        return text(ranges, versions);
    }

    private static String text(List<int[]> ranges, NavigableMap<Integer, List<String>> versions) {
        List<String> texts = new ArrayList<>();
        for (int[] range : ranges) {
            boolean first = range[0] == versions.firstKey();
            boolean last = range[1] == versions.lastKey();
            if (first && last) {
                texts.add("all versions");
            } else if (last) {
                texts.add(dotted(range[0]) + " and later");
            } else if (first) {
                texts.add(dotted(range[1]) + " and earlier");
            } else {
                texts.add(range[0] == range[1] ? dotted(range[0]) : dotted(range[0]) + " to " + dotted(range[1]));
            }
        }
        return String.join(", ", texts);
    }

    public static String dotted(int version) {
        return version / 1000 + "." + version % 1000;
    }
}
