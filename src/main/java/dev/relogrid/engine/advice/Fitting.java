package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits the rest of an access to a member that may be what its beginning has become: as few steps are replaced as the rest
 * allows, and what wraps a single value is gone through.
 */
final class Fitting {
    /** A seqlock of a seqcount of a counter: wrappers in wrappers. */
    private static final int MAX_WRAPPERS = 4;

    private final LocalAccess local;
    private final Btf target;
    private final int at;
    private final int fewest;

    /**
     * @param at the first step that is replaced
     * @param failing the last one that must be
     */
    Fitting(LocalAccess local, Btf target, int at, int failing) {
        this.local = local;
        this.target = target;
        this.at = at;
        this.fewest = failing - at + 1;
    }

    Contender fitted(TargetWalk member) {
        TargetWalk walk = member;
        for (int wrappers = 0; wrappers <= MAX_WRAPPERS; wrappers++) {
            for (int steps = fewest; steps <= local.end() - at; steps++) {
                TargetWalk rest = walk.copy();
                if (rest.go(local.steps(at + steps, local.end())) && leafIsReadable(rest)) {
                    return new Contender(walk, at, steps).reads(rest.hops(), likeness(steps, walk));
                }
            }
            TargetWalk unwrapped = unwrapped(walk);
            if (unwrapped == null) {
                break;
            }
            walk = unwrapped;
        }
        return new Contender(member, at, fewest).reads(List.of(), likeness(fewest, member));
    }

    private boolean leafIsReadable(TargetWalk rest) {
        int wanted = local.typeAfter(local.end() - 1);
        return TypeLikeness.of(local.btf(), wanted, target, rest.type()).isReadable();
    }

    private TypeLikeness likeness(int steps, TargetWalk walk) {
        return TypeLikeness.of(local.btf(), local.typeAfter(at + steps - 1), target, walk.type());
    }

    /** Into the only member of a struct, or the first element of an array that is that; null where there is none. */
    private @Nullable TargetWalk unwrapped(TargetWalk walk) {
        List<Member> members = Members.of(target, walk.type());
        if (members.size() != 1) {
            return null;
        }
        TargetWalk inner = walk.copy();
        inner.enter(members.getFirst());
        int id = target.skipModifiersAndTypedefs(inner.type());
        return target.kind(id) != BtfKind.ARRAY || inner.go(Step.element(0)) ? inner : null;
    }
}
