package dev.relogrid.engine.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * A member that may be where a field went, and what speaks for it. Kinds of evidence that can be wrong together are one
 * reason: all about names are, and all about places.
 */
final class Contender {
    /** The words are the same, or nearly. */
    private static final double SAME_WORDS = 0.75;

    /** It alone stands in the place. */
    private static final double SAME_PLACE = 0.9;

    private final TargetWalk member;
    private final int at;
    private final int steps;
    private final List<String> reasons = new ArrayList<>();
    private List<Hop> access = List.of();
    private TypeLikeness type = TypeLikeness.OTHER;
    private double name;
    private double place;
    private int movedAlong;
    private boolean appeared;
    private boolean onlyOfItsType;
    private boolean wasThere;
    private boolean doubtful;
    private double bonus;

    /**
     * @param member the walk to it, from the root
     * @param at the first step of the local access it would replace
     * @param steps how many
     */
    Contender(TargetWalk member, int at, int steps) {
        this.member = member;
        this.at = at;
        this.steps = steps;
    }

    /** The whole access by way of it, empty when the rest does not go on from there, and how alike the types are. */
    Contender reads(List<Hop> whole, TypeLikeness likeness) {
        access = whole;
        type = likeness;
        return this;
    }

    TargetWalk member() {
        return member;
    }

    int at() {
        return at;
    }

    int steps() {
        return steps;
    }

    List<Hop> access() {
        return access;
    }

    TypeLikeness type() {
        return type;
    }

    List<String> reasons() {
        return List.copyOf(reasons);
    }

    double name() {
        return name;
    }

    /** Its name is as like the lost one as 0 (nothing in common) to 1. */
    void named(double likeness, String reason) {
        name = likeness;
        because(reason);
    }

    /** It stands where the lost one stood: 1 when alone there. */
    void placed(double certainty, String reason) {
        place = certainty;
        because(reason);
    }

    /** It begins where the lost one did; which may be so for members that have nothing to do with each other. */
    void sameOffset(String reason) {
        likelier(0.3);
        because(reason);
    }

    /** So many others that were lost with it changed in the same way. */
    void movedAlong(int others, String reason) {
        movedAlong = others;
        because(reason);
    }

    /** Its own struct got it when the other lost it. */
    void appeared(String reason) {
        appeared = true;
        because(reason);
    }

    /** No other new member is of its type. */
    void onlyOfItsType(String reason) {
        onlyOfItsType = true;
        because(reason);
    }

    /** It was there together with what was lost. */
    void wasThere() {
        wasThere = true;
    }

    /** It may mean another thing than the old one did, however alike they look. */
    void doubtful() {
        doubtful = true;
    }

    /** Something that makes it likelier than its like, and is no reason of its own. */
    void likelier(double by) {
        bonus += by;
    }

    private void because(String reason) {
        if (!reason.isEmpty()) {
            reasons.add(reason);
        }
    }

    boolean isWorthNaming() {
        return !reasons.isEmpty() && (!wasThere || name >= SAME_WORDS);
    }

    /** How much speaks for it, to order by. */
    double score() {
        double byType = switch (type) {
            case DISTINCT -> onlyOfItsType ? 3 : 2;
            case PLAIN -> 1;
            case LOOSE -> 0.2;
            case KIND -> -1;
            case OTHER -> -2;
        };
        return 4 * name
                + 3 * place
                + byType
                + 0.7 * Math.min(3, movedAlong)
                + (appeared ? 1 : 0)
                + bonus
                - 0.3 * member.hops().size()
                - 0.01 * Hop.path(member.hops()).length()
                - (access.isEmpty() ? 1.5 : 0)
                - (wasThere ? 6 : 0);
    }

    /** Two reasons at least that do not depend on each other, and nothing against it. */
    boolean isVeryLikely() {
        int independent = (name >= SAME_WORDS ? 1 : 0)
                + (place >= SAME_PLACE ? 1 : 0)
                + (movedAlong >= 2 || appeared ? 1 : 0)
                + (type == TypeLikeness.DISTINCT && onlyOfItsType ? 1 : 0);
        return independent >= 2 && !wasThere && !doubtful && !access.isEmpty() && type.isReadable();
    }
}
