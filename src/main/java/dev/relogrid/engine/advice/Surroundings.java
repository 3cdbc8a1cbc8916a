package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.btf.Btf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A struct before and after, member by member: which went, which came, and what stands between the same neighbours. Without
 * a struct from before there is nothing to say about neighbours, and nothing is said.
 */
final class Surroundings {
    private final List<Member> before;
    private final List<Member> after;
    private final Map<String, Integer> placeAfter;
    private final Map<String, Member> byNameBefore;
    private final @Nullable OldStruct struct;
    private final List<Member> gone;
    private final Btf old;
    private final Btf target;

    Surroundings(@Nullable OldStruct struct, Btf target, int targetId) {
        this.struct = struct;
        this.old = struct == null ? target : struct.btf();
        this.before = struct == null ? List.of() : Members.of(struct.btf(), struct.id());
        this.target = target;
        this.after = Members.of(target, targetId);
        this.placeAfter = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            placeAfter.putIfAbsent(after.get(i).name(), i);
        }
        this.byNameBefore = new HashMap<>();
        for (Member member : before) {
            byNameBefore.putIfAbsent(member.name(), member);
        }
        this.gone = new ArrayList<>();
        for (Member member : before) {
            if (!isKept(member)) {
                gone.add(member);
            }
        }
    }

    /** A struct of a kernel that had the field, or of an object that has it whole. */
    record OldStruct(Btf btf, int id) {}

    List<Member> after() {
        return after;
    }

    List<Member> before() {
        return before;
    }

    /** What it was before, where that is known. */
    @Nullable
    OldStruct struct() {
        return struct;
    }

    /** Whether anything is known of how it was. */
    boolean known() {
        return struct != null;
    }

    /** Whether it had no member of that name, as far as is known, or one of another type. */
    boolean isNew(Member member) {
        Member had = byNameBefore.get(member.name());
        return had == null || isOther(had, member);
    }

    /** Members of before that are not there any more. */
    List<Member> gone() {
        return gone;
    }

    private boolean isKept(Member member) {
        Integer at = placeAfter.get(member.name());
        return at != null && !isOther(member, after.get(at));
    }

    private boolean isOther(Member had, Member has) {
        return !likeness(had, has).isReadable();
    }

    /** What came between the neighbours that a member had. */
    record Gap(@Nullable String previous, @Nullable String next, int gone, int rank, List<Member> came) {}

    /** The gap a member left, or null when its neighbours are not next to each other any more. */
    @Nullable
    Gap gapOf(String name) {
        int at = indexBefore(name);
        if (at < 0) {
            return null;
        }
        int first = at;
        while (first > 0 && !isKept(before.get(first - 1))) {
            first--;
        }
        int last = at;
        while (last + 1 < before.size() && !isKept(before.get(last + 1))) {
            last++;
        }
        int from =
                first == 0 ? 0 : placeAfter.getOrDefault(before.get(first - 1).name(), after.size()) + 1;
        int to = last + 1 == before.size()
                ? after.size()
                : placeAfter.getOrDefault(before.get(last + 1).name(), -1);
        if (from > to) {
            return null;
        }
        List<Member> came = new ArrayList<>();
        for (Member member : after.subList(from, to)) {
            if (isNew(member)) {
                came.add(member);
            }
        }
        String previous = first == 0 ? null : before.get(first - 1).name();
        String next = last + 1 == before.size() ? null : before.get(last + 1).name();
        return new Gap(previous, next, last - first + 1, at - first, came);
    }

    private int indexBefore(String name) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Nullable
    Member memberAfter(String name) {
        Integer at = placeAfter.get(name);
        return at == null ? null : after.get(at);
    }

    /** How alike a member of before and one of now are, wherever that one is. */
    TypeLikeness likeness(Member had, Member has) {
        return TypeLikeness.of(old, had.type(), target, has.type());
    }

    Btf target() {
        return target;
    }

    @Nullable
    Member memberBefore(String name) {
        return byNameBefore.get(name);
    }
}
