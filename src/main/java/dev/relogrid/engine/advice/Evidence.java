package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that speaks for and against members that may be where a field went. */
final class Evidence {
    private final Loss loss;
    private final NameEvidence names;
    private final PlaceEvidence places;
    private final HistoryEvidence history;

    Evidence(Loss loss) {
        this.loss = loss;
        this.names = new NameEvidence(loss);
        this.places = new PlaceEvidence(loss);
        this.history = new HistoryEvidence(loss);
    }

    /**
     * Whether there can be anything to say for a member: most are nothing like what was lost, and not worth following the
     * rest of the access from.
     *
     * @param path the members on the way to it, itself the last
     */
    boolean mayBe(List<Member> path) {
        return places.isInPlace(path.getFirst()) || names.mayBe(path);
    }

    /**
     * The contender with all there is to say; null when that is nothing.
     *
     * @param behind whether it lies behind a pointer
     */
    @Nullable
    Contender of(Contender contender, List<Member> path, boolean behind) {
        if (behind && contender.access().isEmpty() || isMarker(path.getLast())) {
            return null;
        }
        names.gather(contender, path);
        if (names.hasWordsOfAnother(path)) {
            contender.doubtful();
        }
        places.gather(contender, path);
        byType(contender, path);
        history.gather(contender, path);
        return contender.isWorthNaming() ? contender : null;
    }

    /** Whether it only marks a place: an array without elements, where the lost one is none. */
    private boolean isMarker(Member member) {
        return isEmptyArray(loss.target(), member.type()) && !isEmptyArray(loss.typesBefore(), loss.type());
    }

    private static boolean isEmptyArray(Btf btf, int type) {
        int id = btf.skipModifiersAndTypedefs(type);
        return btf.kind(id) == BtfKind.ARRAY && btf.arrayCount(id) == 0;
    }

    private void byType(Contender contender, List<Member> path) {
        if (contender.type() == TypeLikeness.DISTINCT
                && loss.around().known()
                && (path.size() > 1 || isOnlyOfItsType(path.getFirst()))) {
            contender.onlyOfItsType("the same type "
                    + CText.of(loss.target(), contender.member().type()));
        }
    }

    private boolean isOnlyOfItsType(Member member) {
        Btf target = loss.target();
        for (Member other : loss.around().after()) {
            if (!other.name().equals(member.name())
                    && loss.around().isNew(other)
                    && TypeLikeness.of(target, other.type(), target, member.type()) == TypeLikeness.DISTINCT) {
                return false;
            }
        }
        return true;
    }
}
