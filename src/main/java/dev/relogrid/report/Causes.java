package dev.relogrid.report;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The things that stand in the way, with all kernels where that is so: what a person fixes. Findings of one function that
 * want the same and come to the same are one, however many instructions they are about.
 */
final class Causes {
    private final Spread spread;
    private final Map<Key, Gathered> byKey = new HashMap<>();
    private final List<Gathered> all = new ArrayList<>();

    Causes(Spread spread) {
        this.spread = spread;
        int[] kernels = new int[spread.said().size()];
        for (int index : spread.classOf()) {
            kernels[index]++;
        }
        for (int i = 0; i < kernels.length; i++) {
            for (Finding finding : spread.said().get(i).findings()) {
                gathered(finding).add(finding, i, kernels[i]);
            }
        }
        sort();
    }

    private Gathered gathered(Finding finding) {
        Key key = new Key(finding);
        Gathered gathered = byKey.get(key);
        if (gathered == null) {
            gathered = new Gathered(finding);
            byKey.put(key, gathered);
            all.add(gathered);
        }
        return gathered;
    }

    private void sort() {
        Rank[] ranks = new Rank[all.size()];
        for (int i = 0; i < ranks.length; i++) {
            Gathered one = all.get(i);
            ranks[i] = new Rank(one.first.effect(), one.kernels, one.first.number());
        }
        List<Gathered> unsorted = List.copyOf(all);
        int[] order = Rank.order(ranks);
        for (int i = 0; i < order.length; i++) {
            all.set(i, unsorted.get(order[i]));
            all.get(i).place = i;
        }
    }

    /** The worst first. */
    List<Gathered> all() {
        return all;
    }

    /** Which of them a finding belongs to. */
    int indexOf(Finding finding) {
        return gathered(finding).place;
    }

    /** Ids of the kernels it is so on, in their order. */
    List<String> kernels(Gathered cause) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < spread.classOf().length; i++) {
            if (cause.classes.contains(spread.classOf()[i])) {
                ids.add(spread.kernels().get(i));
            }
        }
        return ids;
    }

    /** One of them. */
    static final class Gathered {
        private final Finding first;
        private final List<Finding> alike = new ArrayList<>();
        private final Set<Long> known = new HashSet<>();
        private final Set<Integer> classes = new HashSet<>();
        private int kernels;
        private int place;

        private Gathered(Finding first) {
            this.first = first;
        }

        private void add(Finding finding, int ofClass, int kernelsOfClass) {
            long at = (long) finding.number() << Integer.SIZE
                    | finding.obstacle().place().insn() & 0xffff_ffffL;
            if (known.add(at)) {
                alike.add(finding);
            }
            if (classes.add(ofClass)) {
                kernels += kernelsOfClass;
            }
        }

        /** The first of the findings it is made of. */
        Finding first() {
            return first;
        }

        /** The findings it is made of, each once, the first among them. */
        List<Finding> alike() {
            return alike;
        }
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
}
