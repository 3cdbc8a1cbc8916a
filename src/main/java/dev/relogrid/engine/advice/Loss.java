package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.advice.Surroundings.Gap;
import dev.relogrid.engine.advice.Surroundings.OldStruct;
import dev.relogrid.engine.btf.Btf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was lost: a member that an access takes, in the struct that had it or seen from one around that. */
final class Loss {
    private final LocalAccess local;
    private final int failing;
    private final int at;
    private final Surroundings around;
    private final String prefix;
    private final String newPrefix;

    /**
     * @param failing the step that takes the lost member
     * @param at the step that takes it, or what is around it, out of the struct in question
     * @param around that struct before and after
     */
    Loss(LocalAccess local, int failing, int at, Surroundings around) {
        this.local = local;
        this.failing = failing;
        this.at = at;
        this.around = around;
        this.prefix = Words.prefix(around.known() ? around.before() : around.after());
        this.newPrefix = Words.prefix(around.after());
    }

    LocalAccess local() {
        return local;
    }

    Surroundings around() {
        return around;
    }

    @Nullable
    OldStruct struct() {
        return around.struct();
    }

    Btf target() {
        return around.target();
    }

    /** The first step that is replaced. */
    int at() {
        return at;
    }

    /** Whether the struct in question had the member itself. */
    boolean isDirect() {
        return at == failing;
    }

    String name() {
        return local.step(failing).name();
    }

    /** Its type, in the types of {@link #typesBefore}. */
    int type() {
        Member had = around.memberBefore(name());
        return had == null ? local.typeAfter(failing) : had.type();
    }

    Btf typesBefore() {
        OldStruct struct = around.struct();
        return struct == null || around.memberBefore(name()) == null ? local.btf() : struct.btf();
    }

    /** The place it left, where that is known. */
    @Nullable
    Gap gap() {
        return isDirect() ? around.gapOf(name()) : null;
    }

    /** The words of the way to it, without what most members of the struct begin with. */
    List<String> words() {
        return wordsTo(failing + 1);
    }

    /** The same to the end of the access. */
    List<String> allWords() {
        return wordsTo(local.end());
    }

    /** The same for so many steps. */
    List<String> wordsOf(int steps) {
        return wordsTo(at + steps);
    }

    private List<String> wordsTo(int end) {
        List<String> words = new ArrayList<>();
        for (Step step : local.steps(at, end)) {
            if (!step.isElement()) {
                List<String> own = Words.of(step.name());
                words.addAll(words.isEmpty() ? Words.without(prefix, own) : own);
            }
        }
        return words;
    }

    /** What most members of the struct began with. */
    String prefix() {
        return prefix;
    }

    /** What most begin with now. */
    String newPrefix() {
        return newPrefix;
    }

    /** Whether so many steps take an element of an array. */
    boolean takesElement(int steps) {
        for (Step step : local.steps(at, at + steps)) {
            if (step.isElement()) {
                return true;
            }
        }
        return false;
    }
}
