package dev.relogrid.engine.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kernels on which every relocation asked so far ended alike. Grows as a tree while groups of relocations are gone
 * through, one setback list further at each step; kernels on which all went well stay at the root.
 */
final class AnswerClass {
    private final @Nullable AnswerClass before;
    private final List<Setback> added;
    private final IdentityHashMap<List<Setback>, AnswerClass> after = new IdentityHashMap<>();
    private @Nullable KernelVerdict verdict;

    AnswerClass() {
        this(null, List.of());
    }

    private AnswerClass(@Nullable AnswerClass before, List<Setback> added) {
        this.before = before;
        this.added = added;
    }

    /**
     * The class of those that also have these.
     *
     * @param setbacks of one group of relocations; equal ones must be the same list
     */
    AnswerClass with(List<Setback> setbacks) {
        if (setbacks.isEmpty()) {
            return this;
        }
        AnswerClass known = after.get(setbacks);
        if (known == null) {
            known = new AnswerClass(this, setbacks);
            after.put(setbacks, known);
        }
        return known;
    }

    /** What is said of the object on all of them, under no kernel's id. */
    KernelVerdict verdict(Judge judge) {
        KernelVerdict made = verdict;
        if (made == null) {
            List<Setback> all = new ArrayList<>();
            for (AnswerClass at = this; at != null; at = at.before) {
                all.addAll(at.added);
            }
            all.sort(Comparator.comparingInt(setback -> setback.relocation().number()));
            made = judge.verdict("", all);
            verdict = made;
        }
        return made;
    }
}
