package dev.relogrid.engine.verdict;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that stands in the way, with all kernels and programs where that is so: the thing a person fixes. Findings of
 * one function that want the same and come to the same are one, however many instructions they are about.
 *
 * @param first the first of the findings
 * @param alike the findings it is made of, each once, the first among them
 * @param programs those affected on any kernel
 * @param has what kernels have instead, each once, the most frequent first
 * @param whys what was said of why it is so, each once, the most frequent first; none when nothing was
 * @param kernels ids, in the order they were judged
 */
public record Cause(
        Finding first,
        List<Finding> alike,
        List<Program> programs,
        List<String> has,
        List<String> whys,
        List<String> kernels) {

    /** What it comes to. */
    public Effect effect() {
        return first.effect();
    }

    public Obstacle obstacle() {
        return first.obstacle();
    }

    /** The causes behind the verdicts on an object: the worst first, then by number of kernels. */
    public static List<Cause> of(List<KernelVerdict> verdicts) {
        Map<Key, Gathered> causes = new LinkedHashMap<>();
        for (KernelVerdict verdict : verdicts) {
            for (Finding finding : verdict.findings()) {
                causes.computeIfAbsent(new Key(finding), key -> new Gathered(finding))
                        .add(finding, verdict.kernel());
            }
        }
        List<Cause> sorted = new ArrayList<>();
        for (Gathered gathered : causes.values()) {
            sorted.add(gathered.cause());
        }
        sorted.sort(Comparator.comparing(Cause::effect)
                .reversed()
                .thenComparing(Comparator.comparingInt((Cause cause) -> cause.kernels.size())
                        .reversed())
                .thenComparingInt(cause -> cause.first.number()));
        return sorted;
    }

    /** What makes findings one cause. */
    private static final class Key {
        private final Obstacle obstacle;
        private final Effect effect;
        private final int kind;

        Key(Finding finding) {
            this.obstacle = finding.obstacle();
            this.effect = finding.effect();
            this.kind = finding.relocation() == null
                    ? -1
                    : finding.relocation().relo().kind();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // functions and externs of one object
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && obstacle.code() == key.obstacle.code()
                    && effect == key.effect
                    && kind == key.kind
                    && obstacle.place().program() == key.obstacle.place().program()
                    && obstacle.place().function() == key.obstacle.place().function()
                    && obstacle.place().extern() == key.obstacle.place().extern()
                    && obstacle.wanted().equals(key.obstacle.wanted());
        }

        @Override
        public int hashCode() {
            return 31 * obstacle.code().ordinal() + obstacle.wanted().hashCode();
        }
    }

    /** A cause in the making. */
    private static final class Gathered {
        private final Finding first;
        private final List<Finding> alike = new ArrayList<>();
        private final List<Program> programs = new ArrayList<>();
        private final Map<String, Integer> has = new LinkedHashMap<>();
        private final Map<String, Integer> whys = new LinkedHashMap<>();
        private final List<String> kernels = new ArrayList<>();

        Gathered(Finding first) {
            this.first = first;
        }

        void add(Finding finding, String kernel) {
            if (kernels.isEmpty() || !kernels.getLast().equals(kernel)) {
                kernels.add(kernel);
            }
            if (!isKnown(finding)) {
                alike.add(finding);
            }
            for (Program program : finding.programs()) {
                if (!programs.contains(program)) {
                    programs.add(program);
                }
            }
            has.merge(finding.obstacle().has(), 1, Integer::sum);
            if (!finding.why().isEmpty()) {
                whys.merge(finding.why(), 1, Integer::sum);
            }
        }

        private boolean isKnown(Finding finding) {
            for (Finding known : alike) {
                if (known.number() == finding.number()
                        && known.obstacle().place().insn()
                                == finding.obstacle().place().insn()) {
                    return true;
                }
            }
            return false;
        }

        Cause cause() {
            return new Cause(
                    first, List.copyOf(alike), List.copyOf(programs), byFrequency(has), byFrequency(whys), kernels);
        }

        private static List<String> byFrequency(Map<String, Integer> counts) {
            List<String> sorted = new ArrayList<>(counts.keySet());
            sorted.sort(Comparator.comparingInt((String text) -> counts.getOrDefault(text, 0))
                    .reversed());
            return sorted;
        }
    }
}
