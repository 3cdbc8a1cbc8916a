package dev.relogrid.policy;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.DistroLine;
import dev.relogrid.archive.KernelId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many kernels in a few words: {@code debian 11 (12 kernels), debian 12 (3 kernels)}. */
final class KernelSummary {
    private static final int MOST_NAMED = 3;
    private static final int MOST_LINES = 6;

    private KernelSummary() {}

    /** @param ids at least one */
    static String of(List<String> ids) {
        if (ids.size() <= MOST_NAMED) {
            return String.join(", ", ids);
        }
        Map<String, List<String>> suites = new LinkedHashMap<>();
        ids.forEach(
                id -> suites.computeIfAbsent(suite(id), _ -> new ArrayList<>()).add(id));
        Map<String, Integer> lines = new LinkedHashMap<>();
        suites.values().forEach(suite -> lines.merge(line(suite.getFirst()), suite.size(), Integer::sum));
        List<String> parts = new ArrayList<>();
        int left = ids.size();
        for (Map.Entry<String, Integer> line : lines.entrySet()) {
            if (parts.size() == MOST_LINES) {
                parts.add(left + " more");
                break;
            }
            parts.add(line.getKey() + " (" + line.getValue() + (line.getValue() == 1 ? " kernel)" : " kernels)"));
            left -= line.getValue();
        }
        return String.join(", ", parts);
    }

    /** A kernel's id up to its suite; of hundreds of kernels there are a few. */
    private static String suite(String id) {
        int slash = id.indexOf('/', id.indexOf('/') + 1);
        return slash < 0 ? id : id.substring(0, slash);
    }

    /** Kernel files somebody has lying about are called by their paths. */
    private static String line(String id) {
        try {
            DistroLine line = DistroLine.of(KernelId.of(id));
            return line.distro() + " " + line.name();
        } catch (ArchiveProblem _) {
            return "others";
        }
    }
}
