package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.advice.Surroundings.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the place says that a member stands in, and what happened to others that were lost with it. */
final class PlaceEvidence {
    private final Loss loss;
    private final Surroundings around;
    private final @Nullable Gap gap;
    private final Map<String, Integer> movedAlong = new HashMap<>();

    PlaceEvidence(Loss loss) {
        this.loss = loss;
        this.around = loss.around();
        this.gap = loss.gap();
    }

    /** Whether a member of the struct stands where the lost one did. */
    boolean isInPlace(Member first) {
        return gap != null && gap.came().contains(first);
    }

    void gather(Contender contender, List<Member> path) {
        if (gap != null && isInPlace(path.getFirst())) {
            byNeighbours(contender, path, gap);
        }
        Member had = around.memberBefore(loss.name());
        boolean sameOffset = had != null
                && loss.isDirect()
                && had.bitOffset() == path.getFirst().bitOffset();
        if (path.size() == 1
                && contender.steps() == 1
                && sameOffset
                && contender.type().isReadable()) {
            contender.sameOffset("at the same offset");
        }
        if (around.known() && around.isNew(path.getFirst())) {
            byCompany(contender, path);
        }
    }

    private static void byNeighbours(Contender contender, List<Member> path, Gap gap) {
        boolean alone = gap.came().size() == 1 && gap.gone() == 1;
        boolean inOrder = gap.came().size() == gap.gone() && gap.came().indexOf(path.getFirst()) == gap.rank();
        double certainty = alone ? 1 : inOrder ? 0.7 : 0.4;
        String previous = gap.previous() == null ? "the start" : gap.previous();
        String next = gap.next() == null ? "the end" : gap.next();
        contender.placed(
                path.size() == 1 ? certainty : certainty / 2, "in the same place between " + previous + " and " + next);
    }

    private void byCompany(Contender contender, List<Member> path) {
        Member first = path.getFirst();
        int others = path.size() == 1 ? renamedAlike(first) : movedAlong(first);
        if (others > 0) {
            String fields = others + (others == 1 ? " more field" : " more fields");
            contender.movedAlong(
                    others, path.size() == 1 ? fields + " renamed alike" : fields + " moved to " + first.name());
        }
    }

    /** How many others changed the same part of their names: fl_owner and fl_pid to owner and pid. */
    private int renamedAlike(Member member) {
        String was = loss.name();
        String is = member.name();
        int common = Words.commonSuffix(was, is);
        String from = was.substring(0, was.length() - common);
        String to = is.substring(0, is.length() - common);
        int others = 0;
        for (Member gone : around.gone()) {
            String name = gone.name();
            if (common >= 3 && !name.equals(was) && name.startsWith(from)) {
                Member now = around.memberAfter(to + name.substring(from.length()));
                others += now != null && around.isNew(now) ? 1 : 0;
            }
        }
        return others;
    }

    private int movedAlong(Member outer) {
        Integer known = movedAlong.get(outer.name());
        int others = known == null ? countMovedAlong(outer) : known;
        movedAlong.put(outer.name(), others);
        return others;
    }

    private int countMovedAlong(Member outer) {
        List<Member> inner = Members.of(loss.target(), outer.type());
        int others = 0;
        for (Member gone : around.gone()) {
            boolean moved = false;
            for (int i = 0; i < inner.size() && !moved && !gone.name().equals(loss.name()); i++) {
                moved = isSame(gone, outer, inner.get(i));
            }
            others += moved ? 1 : 0;
        }
        return others;
    }

    private boolean isSame(Member gone, Member outer, Member candidate) {
        List<String> was = Words.without(loss.prefix(), Words.of(gone.name()));
        List<String> is = new ArrayList<>(Words.of(outer.name()));
        is.addAll(Words.of(candidate.name()));
        boolean named =
                Words.stripped(gone.name()).equals(Words.stripped(candidate.name())) || Words.likeness(was, is) > 0.99;
        return named && around.likeness(gone, candidate).isReadable();
    }
}
