package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Rename.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one access through all changes of the table that it went through. */
final class Trail {
    private final List<Rename> entries;
    private final String owner;
    private final List<Step> access;
    private final List<Successor> found = new ArrayList<>();
    private final List<Rename> seen = new ArrayList<>();

    Trail(List<Rename> entries, String owner, List<Step> access) {
        this.entries = entries;
        this.owner = owner;
        this.access = access;
    }

    /**
     * Where a field went, after one change or several.
     *
     * @param path the new path; null when it is gone
     * @param steps how many steps of the old access it replaces
     * @param rename the last change
     * @param part whether it is only a part of what was accessed
     */
    record Successor(@Nullable MemberPath path, int steps, Rename rename, boolean part) {}

    /** In the order of changes. */
    List<Successor> successors() {
        follow(access, 0);
        return List.copyOf(found);
    }

    /**
     * @param path what the access has become by now
     * @param replaced how many of the access's steps it no longer has as they were
     */
    private void follow(List<Step> path, int replaced) {
        for (Rename rename : entries) {
            if (rename.kind() == Kind.FIELD && rename.owner().equals(owner) && !seen.contains(rename)) {
                List<Step> from = MemberPath.parse(rename.from()).steps();
                if (begins(path, from)) {
                    follow(rename, from.size(), path, replaced);
                } else if (begins(from, path) && !rename.isGone()) {
                    MemberPath to = MemberPath.parse(rename.to().getFirst());
                    found.add(new Successor(to, access.size(), rename, true));
                }
            }
        }
    }

    private void follow(Rename rename, int from, List<Step> path, int replaced) {
        // the steps of the path behind what is replaced are the access's own: as many, counted from the end
        int steps = Math.max(replaced, access.size() - (path.size() - from));
        if (rename.isGone()) {
            found.add(new Successor(null, steps, rename, false));
            return;
        }
        seen.add(rename);
        for (String text : rename.to()) {
            MemberPath to = MemberPath.parse(text);
            List<Step> next = withIndices(to.steps(), path.subList(0, from));
            next.addAll(path.subList(from, Math.max(from, path.size() - (access.size() - steps))));
            found.add(new Successor(new MemberPath(to.root(), List.copyOf(next)), steps, rename, false));
            if (to.root().isEmpty()) {
                List<Step> whole = new ArrayList<>(next);
                whole.addAll(access.subList(steps, access.size()));
                follow(whole, steps);
            }
        }
    }

    private static boolean begins(List<Step> path, List<Step> from) {
        if (path.size() < from.size()) {
            return false;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!from.get(i).stands(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The new steps, those of whichever element with the indices of the old, in order. */
    private static List<Step> withIndices(List<Step> to, List<Step> old) {
        List<Step> elements = new ArrayList<>();
        for (Step step : old) {
            if (step.isElement()) {
                elements.add(step);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Step step : to) {
            boolean same = step.isElement() && step.index() == Step.SAME;
            steps.add(!same ? step : elements.isEmpty() ? Step.element(0) : elements.removeFirst());
        }
        return steps;
    }
}
