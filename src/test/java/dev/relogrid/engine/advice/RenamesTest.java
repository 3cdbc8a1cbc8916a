package dev.relogrid.engine.advice;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.advice.ArchivedKernels.Archived;
import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Rename.Kind;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every entry of the table, held against the archived kernels. */
final class RenamesTest {
    /** What those kernels cannot tell about, because it came before them, went between them, or is inlined in all. */
    private static final Set<String> UNTOLD =
            Set.of("struct kernfs_node id.id", " blk_account_io_start", " blk_account_io_done", " _do_fork");

    /** Whether a kernel has something. */
    private interface Presence {
        boolean in(Archived kernel);
    }

    private record Tally(List<String> strict, List<String> already, List<String> untold) {
        Tally() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    @Test
    void archivedKernelsTellOfAlmostAllEntriesAndContradictNone() {
        Tally tally = new Tally();
        List<Executable> checks = new ArrayList<>();
        for (Rename rename : Renames.all()) {
            checks.add(() -> check(rename, tally));
        }
        assertAll(checks);
        System.out.println("renames: " + Renames.all().size() + " entries; " + tally.strict.size()
                + " seen to change in the archive, " + tally.already.size()
                + " seen to end there with a successor that was there already, untold " + tally.untold);
        assertEquals(UNTOLD, new HashSet<>(tally.untold));
        assertTrue(tally.strict.size() >= 200, () -> tally.strict.size() + " entries");
    }

    private static void check(Rename rename, Tally tally) {
        String name = rename.owner() + " " + rename.from();
        Presence old = old(rename);
        Presence now = now(rename);
        List<Archived> kernels = ArchivedKernels.all();
        Archived lastOld = null;
        boolean change = false;
        boolean end = false;
        for (Archived kernel : kernels) {
            boolean isOld = old.in(kernel);
            boolean isNow = now.in(kernel);
            assertInTime(rename, kernel, isOld, isNow);
            if (lastOld != null && !isOld && (isNow || rename.isGone())) {
                end = true;
                change |= !now.in(lastOld);
            }
            lastOld = isOld ? kernel : lastOld;
        }
        (change ? tally.strict : end ? tally.already : tally.untold).add(name);
    }

    /** The new one alone must not be there before that release, but where it was taken over, and the old one not after. */
    private static void assertInTime(Rename rename, Archived kernel, boolean isOld, boolean isNow) {
        Origin origin = rename.origin();
        if (comesBack(rename)) {
            return;
        }
        if (kernel.isBefore(origin.since())) {
            boolean early = !isOld && isNow && !isBackported(origin, kernel) && !rename.isGone();
            assertFalse(early && origin.exact(), () -> rename + " is in " + kernel + " already");
        } else {
            assertFalse(isOld, () -> rename + " is not in " + kernel);
        }
    }

    private static boolean isBackported(Origin origin, Archived kernel) {
        return List.of(origin.backports().split(", ")).contains(kernel.version() + ".y");
    }

    /** Some names are used again. */
    private static boolean comesBack(Rename rename) {
        return Set.of(
                        "queue_hw_ctx",
                        "hctx_table",
                        "bi_write_hint",
                        "blk_account_io_start",
                        "blk_account_io_done",
                        "pid")
                .contains(rename.from());
    }

    private static Presence old(Rename rename) {
        return switch (rename.kind()) {
            case FIELD -> {
                // as the first kernel that has it has it: what cannot be read for that is not it
                String path = pathInArchive(rename);
                Archived first = firstWith(rename.owner(), path);
                yield kernel -> first != null && fieldLike(kernel.btf(), rename.owner(), path, first.btf());
            }
            case TYPE -> kernel -> Named.first(kernel.btf(), rename.from()) != 0;
            case ENUM_VALUE -> kernel -> hasEnumerator(kernel.btf(), rename.owner(), rename.from());
            case FUNCTION -> kernel -> Named.first(kernel.btf(), BtfKind.FUNC, rename.from()) != 0;
        };
    }

    /** Some names lived between two archived kernels only; then the name before has to do. */
    private static String pathInArchive(Rename rename) {
        String path = rename.from();
        for (Rename before : Renames.all()) {
            if (before.kind() == Kind.FIELD && before.owner().equals(rename.owner()) && !before.isGone()) {
                String to = before.to().getFirst() + ".";
                if (path.startsWith(to) && firstWith(rename.owner(), path) == null) {
                    return before.from() + path.substring(to.length() - 1);
                }
            }
        }
        return path;
    }

    private static Presence now(Rename rename) {
        boolean archived = rename.kind() != Kind.FIELD
                || rename.isGone()
                || firstWith(rename.owner(), rename.to().getFirst()) != null;
        return kernel -> {
            for (String to : rename.to()) {
                boolean there = switch (rename.kind()) {
                    case FIELD -> hasSuccessor(rename, archived, kernel);
                    case TYPE -> Named.first(kernel.btf(), to) != 0;
                    case ENUM_VALUE -> hasEnumerator(kernel.btf(), rename.owner(), to);
                    case FUNCTION -> Named.first(kernel.btf(), BtfKind.FUNC, to) != 0;
                };
                if (there) {
                    return true;
                }
            }
            return false;
        };
    }

    /** The field itself, or what it became later when no archived kernel has it under that name. */
    private static boolean hasSuccessor(Rename rename, boolean archived, Archived kernel) {
        int owner = Named.first(kernel.btf(), rename.owner());
        String to = rename.to().getFirst();
        MemberPath path = MemberPath.parse(to);
        if (to.equals(rename.from())) {
            return walk(kernel.btf(), rename.owner(), to) != null
                    && !old(rename).in(kernel);
        }
        if (owner == 0 && path.root().isEmpty()) {
            return false;
        }
        if (archived) {
            return TargetWalk.along(kernel.btf(), owner, path) != null;
        }
        for (Trail.Successor later : Renames.CURATED.ofField(rename.owner(), path.steps())) {
            if (later.path() != null && TargetWalk.along(kernel.btf(), owner, later.path()) != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Archived firstWith(String owner, String path) {
        for (Archived kernel : ArchivedKernels.all()) {
            if (walk(kernel.btf(), owner, path) != null) {
                return kernel;
            }
        }
        return null;
    }

    private static @Nullable TargetWalk walk(Btf btf, String owner, String path) {
        int id = Named.first(btf, owner);
        MemberPath parsed = MemberPath.parse(path);
        return id == 0 && parsed.root().isEmpty() ? null : TargetWalk.along(btf, id, parsed);
    }

    private static boolean fieldLike(Btf btf, String owner, String path, Btf first) {
        TargetWalk had = walk(first, owner, path);
        TargetWalk has = walk(btf, owner, path);
        return had != null && has != null && TypeLikeness.of(first, had.type(), btf, has.type()) != TypeLikeness.OTHER;
    }

    private static boolean hasEnumerator(Btf btf, String owner, String name) {
        int dot = name.indexOf('.');
        int id = Named.first(btf, dot < 0 ? owner : name.substring(0, dot));
        for (int i = 0; id != 0 && i < btf.vlen(id); i++) {
            if (btf.string(btf.enumeratorNameOffset(id, i)).equals(name.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void entriesAreWellFormed() {
        Set<String> seen = new HashSet<>();
        for (Rename rename : Renames.all()) {
            assertTrue(seen.add(rename.kind() + rename.owner() + rename.from() + rename.to()), rename::toString);
            assertTrue(rename.origin().commit().matches("([0-9a-f]{12,40})?"), rename::toString);
            assertTrue(rename.origin().since().matches("[567]\\.\\d{1,2}"), rename::toString);
            assertTrue(rename.origin().backports().matches("(\\d\\.\\d+\\.y(, )?)*"), rename::toString);
            assertFalse(rename.what().isEmpty() || rename.what().endsWith("."), rename::toString);
            assertEquals(EssentialName.of(rename.owner()), rename.owner());
            if (rename.kind() == Kind.FIELD) {
                assertEquals(
                        rename.from(),
                        MemberPath.text(MemberPath.parse(rename.from()).steps()));
            }
        }
    }

    @Test
    void aFieldIsFollowedThroughAllItsNames() {
        List<Step> access = MemberPath.parse("i_ctime.tv_nsec").steps();
        List<String> paths = new ArrayList<>();
        for (Trail.Successor successor : Renames.CURATED.ofField("struct inode", access)) {
            paths.add(MemberPath.text(Objects.requireNonNull(successor.path()).steps()) + "/" + successor.steps() + " "
                    + successor.rename().origin().since());
        }
        assertEquals(List.of("__i_ctime/1 6.6", "i_ctime_nsec/2 6.11"), paths);
    }

    @Test
    void anElementKeepsItsIndex() {
        List<Step> access = MemberPath.parse("rss_stat.count[3].counter").steps();
        Trail.Successor only =
                Renames.CURATED.ofField("struct mm_struct", access).getFirst();
        assertEquals(
                "rss_stat[3].count",
                MemberPath.text(Objects.requireNonNull(only.path()).steps()));
        assertEquals(4, only.steps());
    }

    @Test
    void whatCameBackIsFollowedOnce() {
        List<Step> access = MemberPath.parse("queue_hw_ctx").steps();
        assertEquals(2, Renames.CURATED.ofField("struct request_queue", access).size());
    }
}
