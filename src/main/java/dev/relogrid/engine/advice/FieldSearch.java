package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.advice.Surroundings.OldStruct;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what may have taken the place of a field, by names, neighbours, offsets and types, where no table tells: among
 * the members of the struct that had it, inside those, behind those that are pointers, and in the structs around it.
 */
final class FieldSearch {
    /** Inside so many embedded structs is looked. */
    private static final int MAX_DEPTH = 2;

    private final LocalAccess local;
    private final int failing;
    private final Btf target;
    private final @Nullable Btf reference;
    private final List<TargetWalk> walks;
    private final List<Contender> found = new ArrayList<>();

    /**
     * @param walks where each step of the local access up to the failing one begins in the kernel's types; by its number
     * @param reference the types of a kernel that had the field, where there is one
     */
    FieldSearch(LocalAccess local, int failing, List<TargetWalk> walks, @Nullable Btf reference) {
        this.local = local;
        this.failing = failing;
        this.target = walks.getFirst().btf();
        this.reference = reference;
        this.walks = walks;
    }

    List<Contender> run() {
        for (int at = failing; at >= 1; at--) {
            if (!local.step(at).isElement()) {
                new Level(at).search();
            }
        }
        return found;
    }

    /** The struct in which one step looks. */
    private final class Level {
        private final int at;
        private final TargetWalk start;
        private final Evidence evidence;
        private final Surroundings around;

        Level(int at) {
            this.at = at;
            this.start = walks.get(at);
            this.around = new Surroundings(oldStruct(at), target, start.type());
            this.evidence = new Evidence(new Loss(local, failing, at, around));
        }

        void search() {
            for (Member member : around.after()) {
                TargetWalk walk = start.copy();
                walk.enter(member);
                List<Member> path = List.of(member);
                consider(walk, path, false);
                inside(walk, path);
                if (at == failing) {
                    behind(walk, member);
                }
            }
        }

        /** Members of an embedded struct, or of the elements of an array. */
        private void inside(TargetWalk outer, List<Member> path) {
            TargetWalk walk = elementOf(outer);
            if (walk.type() != outer.type()) {
                consider(walk, path, false);
            }
            for (Member inner : Members.of(target, walk.type())) {
                List<Member> names = with(path, inner);
                boolean deeper = path.size() < MAX_DEPTH && isStruct(inner);
                if (deeper || evidence.mayBe(names)) {
                    TargetWalk next = walk.copy();
                    next.enter(inner);
                    consider(next, names, false);
                    if (deeper) {
                        inside(next, names);
                    }
                }
            }
        }

        /** One, or an array of some. */
        private boolean isStruct(Member member) {
            int id = target.skipModifiersAndTypedefs(member.type());
            while (target.kind(id) == BtfKind.ARRAY) {
                id = target.skipModifiersAndTypedefs(target.arrayType(id));
            }
            return BtfKind.isComposite(target.kind(id));
        }

        private void behind(TargetWalk outer, Member member) {
            TargetWalk walk = outer.copy();
            // to what the struct itself is leads nowhere: that has lost the field, too
            if (!walk.deref() || walk.type() == target.skipModifiersAndTypedefs(start.type())) {
                return;
            }
            for (Member inner : Members.of(target, walk.type())) {
                List<Member> path = List.of(member, inner);
                if (evidence.mayBe(path)) {
                    TargetWalk next = walk.copy();
                    next.enter(inner);
                    consider(next, path, true);
                    TargetWalk element = elementOf(next);
                    if (element.type() != next.type()) {
                        consider(element, path, true);
                    }
                }
            }
        }

        /** The walk itself, or one to an element where it has come to an array: the one that the old access takes. */
        private TargetWalk elementOf(TargetWalk outer) {
            TargetWalk walk = outer;
            while (target.kind(target.skipModifiersAndTypedefs(walk.type())) == BtfKind.ARRAY) {
                walk = walk.copy();
                if (!walk.go(Step.element(indexOfOld()))) {
                    return outer;
                }
            }
            return walk;
        }

        private long indexOfOld() {
            for (int i = failing; i < local.end(); i++) {
                if (local.step(i).isElement()) {
                    return local.step(i).index();
                }
            }
            return 0;
        }

        private void consider(TargetWalk walk, List<Member> path, boolean behind) {
            if (!evidence.mayBe(path)) {
                return;
            }
            Contender contender = evidence.of(new Fitting(local, target, at, failing).fitted(walk), path, behind);
            if (contender != null) {
                found.add(contender);
            }
        }
    }

    private static List<Member> with(List<Member> path, Member member) {
        List<Member> longer = new ArrayList<>(path);
        longer.add(member);
        return longer;
    }

    /** The struct in which a step looked before, or null when nobody knows. */
    private @Nullable OldStruct oldStruct(int at) {
        if (reference == null) {
            int id = local.holder(at);
            return isWhole(id, walks.get(at).type()) ? new OldStruct(local.btf(), id) : null;
        }
        int root = Named.first(reference, local.root());
        TargetWalk walk = root == 0 ? null : TargetWalk.along(reference, root, local.steps(1, at));
        return walk == null ? null : new OldStruct(reference, walk.type());
    }

    /** Whether an object's type is as long and as full as the kernel's: many have only the members that are read. */
    private boolean isWhole(int localId, int targetId) {
        Btf btf = local.btf();
        int theirs = target.skipModifiersAndTypedefs(targetId);
        int members = Members.of(btf, localId).size();
        int of = Members.of(target, theirs).size();
        return members >= 4 && 3 * members >= 2 * of && 4 * btf.size(localId) >= 3 * target.size(theirs);
    }
}
