package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.ArchivedKernels.Archived;
import dev.relogrid.engine.advice.Rename.Kind;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.Compatibility;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of the table, lost between two archived kernels, and looked for once with the table and once as if nobody knew: the
 * object has nothing but what it reads, the older kernel is the reference.
 *
 * @param local the access in types cut down to it
 * @param from the newest kernel that has the field
 * @param to the first that lacks it
 * @param known what the table leads to
 * @param found what the search alone leads to
 */
record Replay(
        Rename rename, AccessSpec local, Archived from, Archived to, List<Suggestion> known, List<Suggestion> found) {

    /** What the search has to go by. */
    enum Setting {
        /** The newest kernel that has the field is the reference, the next archived one the target. */
        NEXT,
        /** The reference is the same, the newest of all kernels the target. */
        FAR,
        /** As {@link #NEXT}, but without a reference, and with whole types in the object. */
        WITHOUT_REFERENCE
    }

    private static final class Holder {
        static final List<Replay> ALL = all(Setting.NEXT);
    }

    /** One for each entry about a field whose loss the archive shows. */
    static List<Replay> all() {
        return Holder.ALL;
    }

    static List<Replay> all(Setting setting) {
        List<Replay> all = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (Rename rename : Renames.all()) {
            if (rename.kind() == Kind.FIELD) {
                for (String path : paths(rename)) {
                    Replay replay = done.add(rename.owner() + path) ? of(rename, path, setting) : null;
                    if (replay != null) {
                        all.add(replay);
                    }
                }
            }
        }
        return all;
    }

    /** Of a timespec64 the parts are what moved. */
    private static List<String> paths(Rename rename) {
        String path = rename.from().replace("[]", "[1]");
        return path.matches("i_.time") ? List.of(path + ".tv_sec", path + ".tv_nsec") : List.of(path);
    }

    private static @Nullable Replay of(Rename rename, String path, Setting setting) {
        List<Archived> kernels = ArchivedKernels.newest();
        for (int i = 0; i + 1 < kernels.size(); i++) {
            Archived from = kernels.get(i);
            Archived to = setting == Setting.FAR ? kernels.getLast() : kernels.get(i + 1);
            boolean alone = setting == Setting.WITHOUT_REFERENCE;
            AccessSpec local = alone
                    ? Accesses.whole(from.btf(), rename.owner(), path)
                    : Accesses.cutDown(from.btf(), rename.owner(), path);
            int failing = local == null ? -1 : failing(local, to.btf());
            if (local != null && failing >= 0) {
                Btf reference = alone ? null : from.btf();
                List<Suggestion> known = new FieldMatch(local, to.btf(), reference, Renames.CURATED).known(failing);
                List<Suggestion> found = new FieldMatch(local, to.btf(), reference, Renames.NONE).suggestions(failing);
                return new Replay(rename, local, from, to, known, found);
            }
        }
        return null;
    }

    /** The step at which CO-RE gives up, -1 when it does not. */
    static int failing(AccessSpec local, Btf target) {
        LocalAccess access = new LocalAccess(local);
        int root = Named.first(target, access.root());
        if (root == 0) {
            return 0;
        }
        TargetWalk walk = new TargetWalk(target, root);
        for (int i = 1; i < access.end(); i++) {
            boolean there = walk.go(access.step(i));
            if (!there || !Compatibility.fields(access.btf(), access.typeAfter(i), target, walk.type())) {
                return i;
            }
        }
        return -1;
    }

    boolean isGone() {
        return known.stream().anyMatch(suggestion -> suggestion.path().isEmpty());
    }

    /** Whether the search's first answer is one of the table's. */
    boolean isFirst() {
        return !found.isEmpty() && isRight(found.getFirst());
    }

    boolean isRight(Suggestion suggestion) {
        for (Suggestion right : known) {
            if (right.rename() != null && whole(right).equals(whole(suggestion))) {
                return true;
            }
        }
        return false;
    }

    /** The whole path, so that answers which replace more or fewer steps can be compared. */
    private String whole(Suggestion suggestion) {
        if (suggestion.path().startsWith("struct ")) {
            return suggestion.path();
        }
        LocalAccess access = new LocalAccess(local);
        String before = MemberPath.text(access.steps(1, suggestion.at()));
        return suggestion.access().isEmpty()
                ? before + (before.isEmpty() ? "" : ".") + suggestion.path()
                : Hop.path(suggestion.access());
    }

    @Override
    public String toString() {
        return rename.owner() + " " + rename.from() + " (" + from.version() + " to " + to.version() + ")";
    }
}
