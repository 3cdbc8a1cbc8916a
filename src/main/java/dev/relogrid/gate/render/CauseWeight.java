package dev.relogrid.gate.render;

import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.gate.Member;
import dev.relogrid.policy.FailingCause;
import dev.relogrid.policy.IgnoredCause;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.Role;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.render.Sentence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much a member's causes weigh under its policy. */
final class CauseWeight {
    private final Member member;
    private final Sentence sentence;
    private final Map<Integer, FailingCause> failing = new HashMap<>();
    private final Map<Integer, IgnoredCause> ignored = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();

    /** How much a cause weighs. */
    enum Weight {
        /** It is so, and nobody is to act: it is accepted, only watched, or switched off. */
        INFO,
        /** It may or may not do harm on kernels that have to work. */
        MINOR,
        /** It fails, and it need not be that the object does not load. */
        MAJOR,
        /** It breaks kernels that have to work. */
        CRITICAL,
        /** It breaks all of them. */
        BLOCKER
    }

    /** A cause that counts, in one sentence. */
    record Said(Weight weight, String sentence) {}

    CauseWeight(Member member) {
        this.member = member;
        this.sentence = new Sentence(member.report());
        member.verdict().failing().forEach(cause -> failing.put(cause.cause(), cause));
        member.verdict().ignored().forEach(cause -> ignored.put(cause.cause(), cause));
        for (KernelStanding kernel : member.verdict().kernels()) {
            roles.put(kernel.kernel(), kernel.role());
        }
    }

    /** Null for what counts for nothing: what is guarded, and what is so only on kernels nobody asks about. */
    @Nullable
    Said of(Sighting cause) {
        if (cause.card().effect() == Effect.GUARDED) {
            return null;
        }
        String said = sentence.of(cause);
        boolean breaks = cause.card().effect() == Effect.BREAKS;
        FailingCause fails = failing.get(cause.cause());
        if (fails != null) {
            boolean everywhere =
                    fails.kernels().size() == member.verdict().required().total();
            return new Said(!breaks ? Weight.MAJOR : everywhere ? Weight.BLOCKER : Weight.CRITICAL, said);
        }
        IgnoredCause accepted = ignored.get(cause.cause());
        if (accepted != null) {
            return new Said(
                    Weight.INFO,
                    "accepted until " + accepted.by().until() + " ("
                            + accepted.by().reason() + "): " + said);
        }
        if (isOn(cause, Role.REQUIRED)) {
            return new Said(breaks ? Weight.INFO : Weight.MINOR, said);
        }
        return isOn(cause, Role.WATCHED) ? new Said(Weight.INFO, "on watched kernels only: " + said) : null;
    }

    private boolean isOn(Sighting cause, Role role) {
        return cause.kernels().stream().anyMatch(kernel -> roles.get(kernel) == role);
    }
}
