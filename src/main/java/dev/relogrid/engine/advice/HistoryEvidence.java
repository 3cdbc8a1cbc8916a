package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.advice.Surroundings.OldStruct;
import dev.relogrid.engine.btf.Btf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it says that a member was or was not there before: one that was cannot be where the lost one went; one that came to
 * another struct at the same time may well be.
 */
final class HistoryEvidence {
    private final Loss loss;
    private final Surroundings around;
    private final @Nullable OldStruct struct;

    HistoryEvidence(Loss loss) {
        this.loss = loss;
        this.around = loss.around();
        this.struct = loss.struct();
    }

    void gather(Contender contender, List<Member> path) {
        List<Hop> own = own(contender);
        if (isDoubtful(contender, path, own)) {
            contender.doubtful();
        }
        if (struct == null) {
            return;
        }
        List<Hop> named = own.subList(0, path.size());
        boolean isItself = path.size() == 1 && path.getFirst().name().equals(loss.name());
        if (!isItself && was(struct, named)) {
            contender.wasThere();
        } else if (path.size() > 1) {
            boolean isNew = isNewToItsStruct(struct, named.getLast());
            boolean pointer = named.getFirst().pointer();
            boolean outerIsNew = around.isNew(path.getFirst());
            // all of a new struct is new: that says nothing of any one member
            if (isNew && contender.name() >= 0.99 && (pointer || !outerIsNew)) {
                contender.appeared("new in " + named.getLast().owner() + ", too");
            }
            contender.likelier(isNew ? 0.5 : -1);
            contender.likelier(pointer && outerIsNew ? 0.5 : 0);
        }
    }

    /** The hops from the struct in question on. */
    private List<Hop> own(Contender contender) {
        List<Hop> hops = contender.member().hops();
        return hops.subList(loss.local().membersBefore(loss.at()), hops.size());
    }

    private static boolean was(OldStruct struct, List<Hop> hops) {
        MemberPath path = MemberPath.parse(Hop.path(hops));
        return TargetWalk.along(struct.btf(), struct.id(), path.steps()) != null;
    }

    private static boolean isNewToItsStruct(OldStruct struct, Hop hop) {
        int id = hop.owner().isEmpty() ? 0 : Named.first(struct.btf(), hop.owner());
        return !hop.owner().isEmpty() && (id == 0 || Members.find(struct.btf(), id, hop.member()) == null);
    }

    /**
     * Whether it may mean something else for all that is alike: one thing instead of one of several, a member elsewhere
     * though one of the old name is still there, what is not meant to be used directly, a counter that counts in another
     * way.
     */
    private boolean isDoubtful(Contender contender, List<Member> path, List<Hop> own) {
        String first = path.getFirst().name();
        boolean oneOfMany =
                loss.takesElement(contender.steps()) && !Hop.path(own).contains("[");
        boolean stillThere = around.memberAfter(loss.name()) != null && !first.equals(loss.name());
        boolean internal = path.size() > 1 && first.startsWith("__");
        return oneOfMany || stillThere || internal || isWrappedOtherwise(path);
    }

    private boolean isWrappedOtherwise(List<Member> path) {
        Btf before = loss.typesBefore();
        if (!isWrapper(before, loss.type())) {
            return false;
        }
        for (Member member : path) {
            if (isWrapper(loss.target(), member.type())
                    && !TypeLikeness.of(before, loss.type(), loss.target(), member.type())
                            .isReadable()) {
                return true;
            }
        }
        return false;
    }

    /** A struct around one thing, as atomic_t. */
    private static boolean isWrapper(Btf btf, int type) {
        return Members.of(btf, type).size() == 1;
    }
}
