package dev.relogrid.engine.verdict;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kernels that have answered all that was asked so far alike, and so will have one verdict if that was all. */
final class AnswerClass {
    private final @Nullable AnswerClass before;
    private final Answers added;
    private final IdentityHashMap<Answers, AnswerClass> after = new IdentityHashMap<>();
    private @Nullable Answers answers;
    private @Nullable Boolean aboutReach;
    private boolean judged;
    private @Nullable KernelVerdict verdict;

    AnswerClass() {
        this(null, Answers.NONE);
    }

    private AnswerClass(@Nullable AnswerClass before, Answers added) {
        this.before = before;
        this.added = added;
    }

    /**
     * The class of those that also answered this.
     *
     * @param more the answer to one question; equal ones must be the same
     */
    AnswerClass with(Answers more) {
        if (more.isEmpty()) {
            return this;
        }
        AnswerClass known = after.get(more);
        if (known == null) {
            known = new AnswerClass(this, more);
            after.put(more, known);
        }
        return known;
    }

    private Answers answers() {
        Answers made = answers;
        if (made == null) {
            List<Answers> all = new ArrayList<>();
            for (AnswerClass at = this; at != null; at = at.before) {
                all.addFirst(at.added);
            }
            made = Answers.all(all);
            answers = made;
        }
        return made;
    }

    /** {@link Judge#isAboutReach} of what they answered. */
    boolean isAboutReach(Judge judge) {
        Boolean known = aboutReach;
        if (known == null) {
            known = judge.isAboutReach(answers());
            aboutReach = known;
        }
        return known;
    }

    /** What is said of the object on all of them, under no kernel's id; null when each has to be judged alone. */
    @Nullable
    KernelVerdict verdict(Judge judge) {
        if (!judged) {
            verdict = judge.verdict("", answers(), null);
            judged = true;
        }
        return verdict;
    }
}
