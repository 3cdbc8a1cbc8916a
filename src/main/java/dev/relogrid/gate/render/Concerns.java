package dev.relogrid.gate.render;

import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Delta;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.policy.FailingCause;
import dev.relogrid.policy.Ignore;
import dev.relogrid.policy.IgnoredCause;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Standing;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.render.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what is to be told of one object. */
final class Concerns {
    /** What is new comes first, then what is worst, then what is so on most kernels. */
    private static final Comparator<Concern> ORDER = Comparator.comparingInt((Concern one) -> one.isNew() ? 0 : 1)
            .thenComparing(Concern::weight)
            .thenComparingInt(one -> -one.kernels().size());

    private final Member member;
    private final Sentence sentence;
    private final Map<String, KernelStanding> standings = new HashMap<>();
    private final Map<Integer, FailingCause> failing = new HashMap<>();
    private final Map<Integer, Ignore> accepted = new HashMap<>();

    private Concerns(Member member) {
        this.member = member;
        this.sentence = new Sentence(member.report());
        for (KernelStanding kernel : member.verdict().kernels()) {
            standings.put(kernel.kernel(), kernel);
        }
        for (FailingCause cause : member.verdict().failing()) {
            failing.put(cause.cause(), cause);
        }
        for (IgnoredCause cause : member.verdict().ignored()) {
            accepted.put(cause.cause(), cause.by());
        }
    }

    /** Of all objects, one after the other, of each in its report's order. */
    static List<Concern> of(Suite suite) {
        List<Concern> all = new ArrayList<>();
        suite.members().forEach(member -> all.addAll(new Concerns(member).all()));
        return all;
    }

    /** The same list in the order in which somebody wants to read it. */
    static List<Concern> sorted(List<Concern> concerns) {
        return concerns.stream().sorted(ORDER).toList();
    }

    private List<Concern> all() {
        boolean told = isNewFailureTold();
        List<Concern> all = new ArrayList<>();
        for (Sighting cause : member.report().seen()) {
            Weight weight = weight(cause);
            all.add(new Concern(
                    member,
                    weight,
                    isNew(cause.cause()) || !told && hasBroken(failing.get(cause.cause())),
                    cause.card().code().name(),
                    sentence.of(cause),
                    cause.kernels(),
                    cause,
                    weight == Weight.ACCEPTED ? accepted.get(cause.cause()) : null));
        }
        for (FailingCause unexplained : member.verdict().failing()) {
            if (unexplained.cause() < 0) {
                all.add(new Concern(
                        member,
                        Weight.FAILS,
                        hasBroken(unexplained),
                        code(unexplained),
                        unexplained.clause(),
                        unexplained.kernels(),
                        null,
                        null));
            }
        }
        return all;
    }

    private boolean isNew(int cause) {
        Delta delta = member.delta();
        return delta != null && delta.newCauses().contains(cause);
    }

    private boolean hasBroken(@Nullable FailingCause cause) {
        Delta delta = member.delta();
        return cause != null && delta != null && cause.kernels().stream().anyMatch(delta.broke()::contains);
    }

    /** Kernels may break for causes that were there and came to less: those are what is new then. */
    private boolean isNewFailureTold() {
        return failing.keySet().stream().anyMatch(this::isNew);
    }

    private Weight weight(Sighting cause) {
        if (cause.card().effect() == Effect.GUARDED) {
            return Weight.GUARDED;
        }
        if (failing.containsKey(cause.cause())) {
            return Weight.FAILS;
        }
        Weight weight = Weight.ASIDE;
        for (String kernel : cause.kernels()) {
            KernelStanding standing = standings.get(kernel);
            if (standing == null || standing.role() == Role.OTHER || standing.standing() == Standing.ASIDE) {
                continue;
            }
            if (standing.ignored().contains(cause.cause())) {
                weight = Weight.ACCEPTED;
            } else if (standing.standing() != Standing.PASS) {
                return Weight.WARNS;
            }
        }
        return weight;
    }

    /** {@code NO_BTF}, {@code UNKNOWN}: that of the verdict of the first kernel. */
    private String code(FailingCause cause) {
        KernelStanding kernel = standings.get(cause.kernels().getFirst());
        return (kernel == null ? Verdict.UNKNOWN : kernel.verdict()).code().toUpperCase(Locale.ROOT);
    }
}
