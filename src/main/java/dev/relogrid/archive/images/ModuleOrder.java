package dev.relogrid.archive.images;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which modules have to be there before which, as in the file depmod(8) writes: for each module {@code file: others…},
 * where those to be inserted first stand last. Names in here are the kernel's.
 */
record ModuleOrder(SortedMap<String, List<String>> before) {
    static final String FILE = "modules.dep";
    static final ModuleOrder NONE = new ModuleOrder(new TreeMap<>());

    private static final String FOLDER = "modules/";
    private static final String SUFFIX = ".ko";

    /**
     * @param needs what each module needs directly; names that are no key are passed over, as is what would close a
     *     circle
     */
    static ModuleOrder of(Map<String, ? extends Collection<String>> needs) {
        SortedMap<String, List<String>> before = new TreeMap<>();
        for (String module : needs.keySet()) {
            Set<String> ordered = new LinkedHashSet<>();
            visit(module, needs, new LinkedHashSet<>(), ordered);
            ordered.remove(module);
            before.put(module, List.copyOf(ordered));
        }
        return new ModuleOrder(before);
    }

    private static void visit(
            String module, Map<String, ? extends Collection<String>> needs, Set<String> seen, Set<String> ordered) {
        Collection<String> direct = needs.get(module);
        if (direct == null || !seen.add(module)) {
            return;
        }
        direct.forEach(other -> visit(other, needs, seen, ordered));
        ordered.add(module);
    }

    /** The module and all before it, in the order to insert them. */
    List<String> upTo(String module) {
        List<String> all = new ArrayList<>(before.getOrDefault(module, List.of()));
        all.add(module);
        return all;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        before.forEach((module, others) -> {
            text.append(FOLDER).append(module).append(SUFFIX).append(':');
            others.reversed()
                    .forEach(other ->
                            text.append(' ').append(FOLDER).append(other).append(SUFFIX));
            text.append('\n');
        });
        return text.toString();
    }

    /** Reads that text, or depmod's own, whose files lie in folders and may be compressed. */
    static ModuleOrder parse(String text) {
        Map<String, List<String>> before = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                List<String> others = new ArrayList<>();
                for (String file : line.substring(colon + 1).split("\\s+", -1)) {
                    if (!file.isEmpty()) {
                        others.add(name(file));
                    }
                }
                before.put(name(line.substring(0, colon)), List.copyOf(others.reversed()));
            }
        }
        return new ModuleOrder(new TreeMap<>(before));
    }

    private static String name(String file) {
        String last = file.substring(file.lastIndexOf('/') + 1);
        int suffix = last.indexOf(SUFFIX);
        return (suffix < 0 ? last : last.substring(0, suffix)).replace('-', '_');
    }
}
