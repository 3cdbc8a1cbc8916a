package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Trail.Successor;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.core.AccessSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suggestions for one field on one kernel: what the table of renames says, then what a search comes up with. */
final class FieldMatch {
    private static final int MOST = 5;

    /** A suggestion that is this close to a better one is not sure enough to change code for. */
    private static final double MARGIN = 0.75;

    private final LocalAccess local;
    private final Btf target;
    private final @Nullable Btf reference;
    private final Renames renames;

    FieldMatch(AccessSpec spec, Btf target, @Nullable Btf reference, Renames renames) {
        this.local = new LocalAccess(spec);
        this.target = target;
        this.reference = reference;
        this.renames = renames;
    }

    List<Suggestion> suggestions(int failingStep) {
        int failing = Math.max(1, failingStep);
        if (failing >= local.end()) {
            return List.of();
        }
        List<TargetWalk> walks = walks(failing);
        List<Suggestion> all = known(failing, walks);
        if (walks.size() > failing && (all.isEmpty() || !all.getFirst().path().isEmpty())) {
            addFound(all, new FieldSearch(local, failing, walks, reference).run());
        }
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    /** What the table alone says. */
    List<Suggestion> known(int failingStep) {
        int failing = Math.max(1, failingStep);
        return failing >= local.end() ? List.of() : known(failing, walks(failing));
    }

    /** Where each step begins in the kernel, by number, as far as it gets; nothing before the first. */
    private List<TargetWalk> walks(int failing) {
        List<TargetWalk> walks = new ArrayList<>();
        int root = Named.first(target, local.root());
        if (root == 0) {
            return walks;
        }
        TargetWalk walk = new TargetWalk(target, root);
        walks.add(walk);
        for (int i = 1; i <= failing; i++) {
            walks.add(walk.copy());
            if (i < failing && !walk.go(local.step(i))) {
                return walks;
            }
        }
        return walks;
    }

    private List<Suggestion> known(int failing, List<TargetWalk> walks) {
        List<Suggestion> known = new ArrayList<>();
        for (int at = failing; at >= 1; at--) {
            if (local.step(at).isElement()) {
                continue;
            }
            TargetWalk start = at < walks.size() ? walks.get(at) : null;
            List<Step> access = local.steps(at, local.end());
            for (Successor successor : renames.ofField(local.holderName(at), access)) {
                Suggestion suggestion = at + successor.steps() > failing ? known(successor, at, start) : null;
                if (suggestion != null) {
                    known.add(suggestion);
                }
            }
        }
        // of several changes those count that led to what the kernel has, the last of them first
        List<Suggestion> ordered = new ArrayList<>();
        for (Suggestion suggestion : known) {
            if (!suggestion.access().isEmpty()) {
                ordered.addFirst(suggestion);
            }
        }
        for (Suggestion suggestion : known) {
            if (suggestion.access().isEmpty()
                    && (ordered.isEmpty() || !suggestion.path().isEmpty())) {
                ordered.add(suggestion);
            }
        }
        return ordered;
    }

    private @Nullable Suggestion known(Successor successor, int at, @Nullable TargetWalk start) {
        Rename rename = successor.rename();
        String why =
                rename.what() + ", " + rename.origin().text() + (successor.part() ? "; it is one part of several" : "");
        MemberPath path = successor.path();
        if (path == null) {
            return new Suggestion("", "", Grade.KNOWN_RENAME, List.of(why), rename, at, successor.steps(), List.of());
        }
        TargetWalk walk = start(path, start);
        if (walk == null || !walk.go(path.steps())) {
            return null;
        }
        String text = (path.root().isEmpty() ? "" : path.root() + ".") + MemberPath.text(path.steps());
        String type = CText.of(target, walk.type());
        List<Step> rest = local.steps(at + successor.steps(), local.end());
        boolean whole = !successor.part() && walk.go(rest) && fits(walk);
        List<Hop> access = whole ? walk.hops() : List.of();
        return new Suggestion(text, type, Grade.KNOWN_RENAME, List.of(why), rename, at, successor.steps(), access);
    }

    private @Nullable TargetWalk start(MemberPath path, @Nullable TargetWalk start) {
        if (path.root().isEmpty()) {
            return start == null ? null : start.copy();
        }
        int root = Named.first(target, path.root());
        return root == 0 ? null : new TargetWalk(target, root);
    }

    /** Whether code that declares the field as the kernel has it would do for the object's. */
    private boolean fits(TargetWalk walk) {
        int wanted = local.typeAfter(local.end() - 1);
        TypeLikeness likeness = TypeLikeness.of(local.btf(), wanted, target, walk.type());
        return likeness.isReadable() || isNumber(local.btf(), wanted) && isNumber(target, walk.type());
    }

    /** CO-RE tells integers from enums; C does not. */
    private static boolean isNumber(Btf btf, int type) {
        int kind = btf.kind(btf.skipModifiersAndTypedefs(type));
        return kind == BtfKind.INT || BtfKind.isAnyEnum(kind);
    }

    private void addFound(List<Suggestion> all, List<Contender> found) {
        found.sort(Comparator.comparingDouble(Contender::score).reversed());
        // nothing is likely any more where it is known
        boolean known = !all.isEmpty();
        for (int i = 0; i < found.size() && all.size() < MOST; i++) {
            Suggestion suggestion = suggestion(found.get(i), !known && i == 0 && isClear(found));
            if (all.stream().noneMatch(other -> isSame(other, suggestion))) {
                all.add(suggestion);
            }
        }
    }

    /** Whether nothing else is nearly as good as the first; the same by another count of steps is not else. */
    private static boolean isClear(List<Contender> found) {
        Contender first = found.getFirst();
        for (Contender other : found.subList(1, found.size())) {
            if (first.score() - other.score() >= MARGIN) {
                return true;
            }
            if (!Hop.path(other.member().hops())
                            .startsWith(Hop.path(first.member().hops()))
                    && !Hop.path(first.member().hops())
                            .startsWith(Hop.path(other.member().hops()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Suggestion one, Suggestion other) {
        return one.path().equals(other.path())
                || !one.access().isEmpty() && one.access().equals(other.access());
    }

    private Suggestion suggestion(Contender contender, boolean clear) {
        List<Hop> hops = contender.member().hops();
        int before = local.membersBefore(contender.at());
        Grade grade = clear && contender.isVeryLikely() ? Grade.VERY_LIKELY : Grade.SIMILAR_NAME_ONLY;
        return new Suggestion(
                Hop.path(hops.subList(before, hops.size())),
                CText.of(target, contender.member().type()),
                grade,
                contender.reasons(),
                null,
                contender.at(),
                contender.steps(),
                contender.access());
    }
}
