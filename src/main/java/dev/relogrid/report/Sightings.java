package dev.relogrid.report;

import dev.relogrid.report.AnswerClass.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers for every cause of a report where it is so. */
final class Sightings {
    private final Report report;
    private final List<Gathered> byCause = new ArrayList<>();

    Sightings(Report report) {
        this.report = report;
        for (int i = 0; i < report.causes().size(); i++) {
            byCause.add(new Gathered());
        }
        int[] kernels = report.kernelsOfClasses();
        for (int i = 0; i < kernels.length; i++) {
            for (Found found : report.classes().get(i).found()) {
                byCause.get(found.cause()).add(found, kernels[i]);
            }
        }
        for (int i = 0; i < report.classOf().length; i++) {
            for (Found found : report.classes().get(report.classOf()[i]).found()) {
                byCause.get(found.cause()).addKernel(report.kernels().get(i));
            }
        }
    }

    List<Sighting> all() {
        List<Sighting> all = new ArrayList<>(byCause.size());
        for (int i = 0; i < byCause.size(); i++) {
            Gathered one = byCause.get(i);
            all.add(new Sighting(
                    i,
                    report.causes().get(i),
                    one.kernels,
                    byFrequency(one.has),
                    byFrequency(one.whys),
                    List.copyOf(one.programs)));
        }
        return all;
    }

    private static List<String> byFrequency(Map<String, Integer> counts) {
        List<String> sorted = new ArrayList<>(counts.keySet());
        sorted.sort((a, b) -> Integer.compare(counts.getOrDefault(b, 0), counts.getOrDefault(a, 0)));
        return sorted;
    }

    /** One cause. */
    private static final class Gathered {
        private final List<String> kernels = new ArrayList<>();
        private final Map<String, Integer> has = new LinkedHashMap<>();
        private final Map<String, Integer> whys = new LinkedHashMap<>();
        private final Set<Integer> programs = new LinkedHashSet<>();

        void add(Found found, int times) {
            has.put(found.has(), has.getOrDefault(found.has(), 0) + times);
            if (!found.why().isEmpty()) {
                whys.put(found.why(), whys.getOrDefault(found.why(), 0) + times);
            }
            programs.addAll(found.programs());
        }

        void addKernel(String id) {
            if (kernels.isEmpty() || !kernels.getLast().equals(id)) {
                kernels.add(id);
            }
        }
    }
}
