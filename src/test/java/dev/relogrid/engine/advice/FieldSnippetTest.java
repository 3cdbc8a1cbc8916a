package dev.relogrid.engine.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.advice.ArchivedKernels.Archived;
import dev.relogrid.engine.core.AccessSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code for fields, compiled and held against kernels from before and after the field moved. */
final class FieldSnippetTest {
    @TempDir
    private Path folder = Path.of("");

    private static final Archived OLD = ArchivedKernels.newest().getFirst();

    private static final Archived NEW = ArchivedKernels.newest().getLast();

    /** An access as the oldest kernel that has it allows, and where all later kernels have it. */
    private record Case(AccessSpec local, List<Suggestion> others) {
        static Case of(String type, String path) {
            for (Archived kernel : ArchivedKernels.newest()) {
                AccessSpec local = Accesses.cutDown(kernel.btf(), type, path);
                if (local != null) {
                    return new Case(local, others(local, kernel));
                }
            }
            throw new IllegalArgumentException("no kernel has " + type + " " + path);
        }

        private static List<Suggestion> others(AccessSpec local, Archived since) {
            List<Suggestion> others = new ArrayList<>();
            List<Archived> kernels = ArchivedKernels.newest();
            for (Archived kernel : kernels.subList(kernels.indexOf(since) + 1, kernels.size())) {
                int failing = Replay.failing(local, kernel.btf());
                if (failing >= 0) {
                    others.addAll(new FieldMatch(local, kernel.btf(), null, Renames.CURATED).known(failing));
                }
            }
            return others;
        }

        String code() {
            return FixSnippet.field(local, others);
        }
    }

    private Compiled compiled(String code, String function) throws IOException, InterruptedException {
        return Compiled.of(folder, code + Compiled.program(function, 0));
    }

    @Test
    void aChangeTimeUnderEachOfItsThreeNames() throws IOException, InterruptedException {
        String code = Case.of("struct inode", "i_ctime.tv_sec").code();
        assertEquals("""
                // struct inode: i_ctime.tv_sec, which is also
                // i_ctime_sec since 6.11 (3aa63a569c64): integers instead of a timespec64, for its padding
                // __i_ctime.tv_sec since 6.6 (13bc24457850): to be used through functions
                struct inode___6_11_i_ctime_sec {
                    long long int i_ctime_sec;
                } __attribute__((preserve_access_index));

                struct inode___6_6_i_ctime_tv_sec {
                    struct {
                        long long int tv_sec;
                    } __i_ctime;
                } __attribute__((preserve_access_index));

                struct inode___was_i_ctime_tv_sec {
                    struct {
                        long long int tv_sec;
                    } i_ctime;
                } __attribute__((preserve_access_index));

                static __always_inline long long inode_i_ctime_tv_sec(const void *inode)
                {
                    struct inode___6_11_i_ctime_sec *since_6_11 = (void *)inode;
                    struct inode___6_6_i_ctime_tv_sec *since_6_6 = (void *)inode;
                    struct inode___was_i_ctime_tv_sec *was = (void *)inode;

                    if (bpf_core_field_exists(since_6_11->i_ctime_sec))
                        return BPF_CORE_READ(since_6_11, i_ctime_sec);
                    if (bpf_core_field_exists(since_6_6->__i_ctime.tv_sec))
                        return BPF_CORE_READ(since_6_6, __i_ctime.tv_sec);
                    if (bpf_core_field_exists(was->i_ctime.tv_sec))
                        return BPF_CORE_READ(was, i_ctime.tv_sec);
                    return 0;
                }
                """, code);
        Compiled object = compiled(code, "inode_i_ctime_tv_sec");
        assertEquals(Set.of("was_i_ctime_tv_sec"), object.waysOn(OLD.kernel()));
        assertEquals(Set.of("6_11_i_ctime_sec"), object.waysOn(NEW.kernel()));
    }

    @Test
    void aFieldBehindAPointerAsksForBothStructs() throws IOException, InterruptedException {
        String code = Case.of("struct request", "rq_disk").code();
        assertTrue(
                code.contains("bpf_core_field_exists(since_5_17->q) && "
                        + "bpf_core_field_exists(((struct request_queue___5_17_q_disk *)0)->disk)"),
                code);
        assertTrue(code.contains("BPF_CORE_READ(since_5_17, q, disk)"), code);
        Compiled object = compiled(code, "request_rq_disk");
        assertEquals(Set.of("was_rq_disk"), object.waysOn(OLD.kernel()));
        assertEquals(Set.of("5_17_q_disk"), object.waysOn(NEW.kernel()));
    }

    @Test
    void anIntegerThatBecameAnEnumAndThenAStruct() throws IOException, InterruptedException {
        String code = Case.of("struct inode", "i_state").code();
        Compiled object = compiled(code, "inode_i_state");
        Set<String> seen = new TreeSet<>();
        for (Archived kernel : ArchivedKernels.newest()) {
            Set<String> ways = object.waysOn(kernel.kernel());
            assertEquals(1, ways.size(), () -> kernel + ": " + ways);
            seen.addAll(ways);
        }
        assertEquals(Set.of("was_i_state", "6_18_i_state", "6_19_i_state_state"), seen);
    }

    @Test
    void aFieldThatIsGoneIsReadWhereItWas() throws IOException, InterruptedException {
        String code = Case.of("struct mm_struct", "mmap").code();
        assertTrue(code.startsWith("// struct mm_struct: mmap is gone since 6.1 (763ecb035029): "), code);
        Compiled object = compiled(code, "mm_struct_mmap");
        assertEquals(Set.of("was_mmap"), object.waysOn(OLD.kernel()));
        assertEquals(Set.of(), object.waysOn(NEW.kernel()));
    }

    @Test
    void aStructIsReturnedByItsAddress() throws IOException, InterruptedException {
        String code = "struct sched_statistics { char first; };\n\n"
                + Case.of("struct task_struct", "se.statistics").code();
        assertTrue(code.contains("return &since_5_16->stats;"), code);
        Compiled object = compiled(code, "task_struct_se_statistics");
        assertEquals(Set.of("was_se_statistics"), object.waysOn(OLD.kernel()));
        assertEquals(Set.of("5_16_stats"), object.waysOn(NEW.kernel()));
    }

    @Test
    void aFlagIsReadAsABitfieldWhereItIsOne() throws IOException, InterruptedException {
        String code = Case.of("struct tty_struct", "stopped").code();
        assertTrue(code.contains("stopped : 1;"), code);
        assertTrue(code.contains("BPF_CORE_READ_BITFIELD_PROBED(was, stopped)"), code);
        Compiled object = compiled(code, "tty_struct_stopped");
        assertEquals(Set.of("was_stopped"), object.waysOn(OLD.kernel()));
        assertEquals(Set.of("5_14_flow_stopped"), object.waysOn(NEW.kernel()));
    }

    @Test
    void thereIsNoCodeForWhatIsNotSureOrMeansSomethingElse() {
        Replay unsure = Replay.all().stream()
                .filter(replay -> !replay.isGone()
                        && !replay.found().isEmpty()
                        && replay.found().getFirst().grade() == Grade.SIMILAR_NAME_ONLY)
                .findFirst()
                .orElseThrow();
        assertEquals("", FixSnippet.field(unsure.local(), unsure.found()));
        assertEquals("", Case.of("struct file", "f_count.counter").code());
        assertEquals("", FixSnippet.field(unsure.local(), List.of()));
    }

    @Test
    void everyOtherSnippetIsMarkedAsAGuess() {
        Replay guess = Replay.all().stream()
                .filter(replay ->
                        replay.found().size() > 0 && replay.found().getFirst().grade() == Grade.VERY_LIKELY)
                .findFirst()
                .orElseThrow();
        String code = FixSnippet.field(guess.local(), guess.found());
        assertTrue(code.contains(", very likely: "), code);
        assertTrue(code.contains("see whether it means the same"), code);
    }

    @Test
    void everyFieldOfTheTableIsReadOnEveryKernelThatHasIt() throws IOException, InterruptedException {
        Snippets snippets = new Snippets();
        for (Replay replay : Replay.all()) {
            snippets.add(replay, Case.of(replay.rename().owner(), path(replay)).code());
        }
        assertTrue(snippets.replays.size() > 130, () -> snippets.replays.size() + " snippets");
        Compiled object = Compiled.of(folder, snippets.text());
        int read = 0;
        for (Archived kernel : ArchivedKernels.newest()) {
            Map<Integer, Set<String>> ways = object.waysByProgram(kernel.kernel());
            for (int i = 0; i < snippets.replays.size(); i++) {
                Replay replay = snippets.replays.get(i);
                boolean there = !ways.getOrDefault(i, Set.of()).isEmpty();
                read += there ? 1 : 0;
                assertEquals(isReadable(replay, kernel), there, () -> replay + " on " + kernel);
            }
        }
        System.out.println(
                "snippets: " + snippets.replays.size() + " for fields of the table, compiled and held against "
                        + ArchivedKernels.newest().size() + " kernels, " + read + " pairs read the field");
    }

    /** Whether a kernel has the field in the old place or in one the table leads to. */
    private static boolean isReadable(Replay replay, Archived kernel) {
        int failing = Replay.failing(replay.local(), kernel.btf());
        List<Suggestion> known = failing < 0
                ? List.of()
                : new FieldMatch(replay.local(), kernel.btf(), null, Renames.CURATED).known(failing);
        return failing < 0 || !known.isEmpty() && !known.getFirst().access().isEmpty();
    }

    @Test
    void whatTheSearchIsSureOfWorksBeforeAndAfter() throws IOException, InterruptedException {
        Snippets snippets = new Snippets();
        for (Replay replay : Replay.all()) {
            snippets.add(replay, FixSnippet.field(replay.local(), replay.found()));
        }
        Compiled object = Compiled.of(folder, snippets.text());
        for (int i = 0; i < snippets.replays.size(); i++) {
            Replay replay = snippets.replays.get(i);
            String path = Flavour.joined(new LocalAccess(replay.local()).hops());
            String other = Flavour.joined(replay.found().getFirst().access());
            Set<String> before = object.waysByProgram(replay.from().kernel()).getOrDefault(i, Set.of());
            Set<String> after = object.waysByProgram(replay.to().kernel()).getOrDefault(i, Set.of());
            assertTrue(before.contains("was_" + path), () -> replay + " before: " + before);
            assertEquals(Set.of("other_" + other), after, replay::toString);
        }
        assertTrue(snippets.replays.size() >= 60, () -> snippets.replays.size() + " snippets");
    }

    private static String path(Replay replay) {
        return Hop.path(new LocalAccess(replay.local()).hops());
    }

    /** Many snippets in one source file. */
    private static final class Snippets {
        private final Set<String> declarations = new TreeSet<>();
        private final Set<String> functions = new TreeSet<>();
        private final List<Replay> replays = new ArrayList<>();
        private final StringBuilder code = new StringBuilder();

        void add(Replay replay, String snippet) {
            LocalAccess local = new LocalAccess(replay.local());
            String function = local.rootName() + "_" + Flavour.joined(local.hops());
            if (snippet.isEmpty() || !functions.add(function)) {
                return;
            }
            replays.add(replay);
            declare(Objects.requireNonNull(local.hops().getLast()).type());
            code.append(snippet).append(Compiled.program(function, replays.size() - 1));
        }

        /** Structs that vmlinux.h would have. */
        private void declare(String type) {
            String element =
                    type.contains("[") ? type.substring(0, type.indexOf('[')).trim() : type;
            if (element.endsWith("*") || !Flavour.isWhole(new Hop("", "", "", element, 0, false))) {
                return;
            }
            declarations.add(
                    element.startsWith("struct ") || element.startsWith("union ")
                            ? element + " { char first; };\n"
                            : "typedef struct { char first; } " + element + ";\n");
        }

        String text() {
            return String.join("", declarations) + "\n" + code;
        }
    }
}
