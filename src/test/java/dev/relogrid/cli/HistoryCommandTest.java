package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.history.Answer;
import dev.relogrid.engine.history.Question;
import dev.relogrid.report.history.HistoryRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Histories over the whole shipped archive. */
final class HistoryCommandTest {
    private static final Path SHIPPED = Path.of("btf-archive");
    private static final Terminal UTF8 = new Terminal(false, 200, true, Map.of());

    @TempDir
    private Path dir = Path.of("");

    private static Outcome history(String... args) {
        List<String> all = new ArrayList<>(List.of("history"));
        all.addAll(List.of(args));
        all.addAll(List.of("--archive", SHIPPED.toString()));
        return Outcome.of(UTF8, all.toArray(String[]::new));
    }

    private static String firstLine(String... args) {
        return history(args).report().lines().findFirst().orElse("");
    }

    @Test
    void fieldsAreFollowedThroughTheirNames() {
        assertEquals("i_ctime ──6.1…6.12──▸ i_ctime_sec, i_ctime_nsec", firstLine("struct", "inode", "i_ctime"));
        assertEquals("state ──5.10…6.1──▸ __state", firstLine("struct task_struct state"));
        assertEquals("state ──5.10…6.1──▸ __state", firstLine("struct", "task_struct", "__state"));
    }

    @Test
    void everyLineHasARow() {
        String report = history("struct", "inode", "i_ctime").report();
        for (String row : List.of(
                "debian/bullseye/amd64              i_ctime",
                "debian/bookworm-security/amd64     i_ctime ──6.1…6.12──▸ i_ctime_sec, i_ctime_nsec",
                "debian/bookworm/s390x              no BTF",
                "debian/trixie/riscv64              i_ctime_sec, i_ctime_nsec")) {
            assertTrue(report.contains("\n  " + row + "\n"), report);
        }
        assertTrue(report.contains("struct inode i_ctime: on 103 of 621 kernels\n"), report);
        assertTrue(report.contains("  103  struct timespec64 i_ctime\n"), report);
        assertTrue(
                report.contains("  514  no i_ctime in struct inode; there is time64_t i_ctime_sec, u32 i_ctime_nsec\n"),
                report);
    }

    @Test
    void helpersHaveNumbersFromTheirKernelOn() {
        assertEquals("absent ──5.10…6.1──▸ 181", firstLine("enum", "bpf_func_id", "BPF_FUNC_loop"));
        assertEquals("absent ──5.10…6.1──▸ 181", firstLine("enumval", "BPF_FUNC_loop"));
    }

    @Test
    void flavoursThatDisagreeHaveLinesOfTheirOwn() {
        String report = history("struct", "task_struct").report();
        assertTrue(
                report.startsWith("amd64: 9408 bytes ──5.10…6.1──▸ 9792 bytes ──6.12…6.16──▸ 5888 bytes ──7.0──▸"),
                report);
        assertTrue(report.contains("\n  debian/bookworm/amd64              cloud-amd64: 9728 bytes"), report);
        assertEquals(
                "120 bytes ──5.10…6.1──▸ 144 bytes ──6.1…6.12──▸ 152 bytes ──6.18──▸ 168 bytes",
                firstLine("union", "bpf_attr"));
    }

    @Test
    void functionsArePresentInlinedAbsentOrUnknown() {
        assertTrue(history("func", "vfs_read")
                .report()
                .contains("  617  ssize_t vfs_read(struct file *, char *, size_t, loff_t *)\n"));
        String inlined = history("func", "blk_account_io_start").report();
        assertTrue(inlined.contains("──7.2──▸ inlined #1"), inlined);
        assertTrue(inlined.contains("#2  only blk_account_io_start.part is left\n"), inlined);
        String module = history("func", "nft_do_chain").report();
        assertTrue(module.startsWith("nft_do_chain\n\nfunc nft_do_chain: on 86 of 621 kernels\n"), module);
        assertTrue(module.contains("other kernels have it in a module\n"), module);
    }

    @Test
    void whatIsNotKnownIsNoChange() {
        String report = history("config", "CONFIG_HZ").report();
        assertTrue(report.startsWith("250\n\nconfig CONFIG_HZ: on 509 of 621 kernels\n"), report);
        assertFalse(report.contains("▸"), report);
        assertEquals(
                "120 bytes (module nf_tables) ──6.1…6.12──▸ 128 bytes (module nf_tables)",
                firstLine("struct", "nft_chain"));
    }

    @Test
    void kernelsCanBeNarrowed() {
        assertEquals(
                "__state",
                history("struct task_struct state", "--kernel", "trixie/amd64")
                        .out()
                        .lines()
                        .findFirst()
                        .orElse(""));
        assertEquals(
                "unsigned int __state at byte 24",
                firstLine("struct task_struct __state", "--kernel", "trixie/amd64", "--offsets"));
    }

    @Test
    void asciiTerminalsHaveArrowsToo() {
        List<String> lines = Outcome.of(
                        "history", "struct", "task_struct", "state", "--ascii", "--archive", SHIPPED.toString())
                .report()
                .lines()
                .toList();
        assertEquals("state --5.10..6.1--> __state", lines.getFirst());
    }

    @Test
    void longHistoriesAreWrapped() {
        Outcome narrow = Outcome.of(
                new Terminal(false, 60, true, Map.of()),
                "history",
                "struct",
                "task_struct",
                "--archive",
                SHIPPED.toString());
        List<String> lines = narrow.report().lines().limit(3).toList();
        assertTrue(lines.get(1).startsWith("    ──"), lines::toString);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 60), lines::toString);
    }

    @Test
    void jsonSaysWhatEachKernelSaid() {
        JsonNode report = new ObjectMapper()
                .readTree(history("struct", "inode", "i_ctime", "--format", "json")
                        .report());
        assertEquals("struct inode i_ctime", report.get("question").asString());
        assertEquals(103, report.get("present").asInt());
        assertEquals(621, report.get("kernels").size());
        JsonNode first = report.at("/lines/0");
        assertTrue(first.get("line").isNull());
        assertEquals("5.10.218", first.at("/segments/0/first").asString());
        assertEquals("i_ctime_sec, i_ctime_nsec", report.at("/answers/3/label").asString());
        assertEquals(3, first.at("/segments/1/answers/0").asInt());
        assertEquals("absent", report.at("/answers/3/status").asString());
        assertEquals("u32 i_ctime_nsec", report.at("/answers/3/similar/1").asString());
    }

    @Test
    void whatNoKernelHasIsOne() {
        Outcome field = history("struct", "inode", "i_ctim");
        assertEquals(ExitCode.BROKEN, field.code());
        assertTrue(
                field.err().startsWith("relogrid: no kernel has struct inode i_ctim; there is i_ctime_"), field.err());
        Outcome type = history("struct", "inod", "i_ctime");
        assertEquals(ExitCode.BROKEN, type.code());
        assertTrue(
                type.err().startsWith("relogrid: no kernel has struct inod i_ctime; there is struct inode"),
                type.err());
        assertTrue(type.out().contains("struct inod i_ctime: on 0 of 621 kernels\n"), type.out());
    }

    @Test
    void whatIsNoQuestionIsNoAnswer() {
        history("strct", "inode")
                .assertNoAnswer("expected 'struct NAME [FIELD]', 'union NAME [FIELD]', 'typedef NAME [FIELD]', "
                        + "'enum NAME [VALUE]', 'func NAME' or 'config NAME' but found 'strct inode' (see 'relogrid history"
                        + " --help')");
        history("struct", "inode", "i_sb->s_id")
                .assertNoAnswer(
                        "'i_sb->s_id' goes through a pointer; ask of the type 'i_sb' points to, with 's_id' (see"
                                + " 'relogrid history --help')");
        history("enumval").assertNoAnswer("expected one name after 'enumval' (see 'relogrid history --help')");
        assertEquals(ExitCode.NO_ANSWER, history("enumval", "BPF_FUNC_lop").code());
        assertEquals(
                ExitCode.NO_ANSWER,
                history("struct inode", "--kernel", "nobody").code());
        assertEquals(
                ExitCode.NO_ANSWER,
                Outcome.of("history", "struct inode", "--archive", dir.toString())
                        .code());
    }

    @Test
    void filesAreAskedToo() throws IOException {
        Path file = ShippedFiles.vmlinux("5.10.0-32-amd64", dir);
        String report = Outcome.of(UTF8, "history", "struct", "task_struct", "state", "--btf", file.toString())
                .report();
        assertTrue(
                report.startsWith("struct task_struct state: on 1 of 1 kernel\n     1  volatile long int state\n"),
                report);
        String mixed = history("struct", "task_struct", "state", "--btf", file.toString(), "--kernel", "trixie/amd64")
                .report();
        assertTrue(mixed.contains("\n  " + file + "  state\n"), mixed);
    }

    /** A kernel from blobs says the same as from the pack, where it was perhaps not even asked itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "struct task_struct state",
                "struct task_struct",
                "struct sk_buff tc_at_ingress",
                "enum bpf_func_id BPF_FUNC_loop",
                "func tcp_v4_connect",
                "func blk_account_io_start",
                "config PREEMPT_RT",
                "struct nft_chain"
            })
    void sharedAnswersAreEachKernelsOwn(String words) {
        Question question = Question.parse(List.of(words), true);
        List<StoredKernel> packed = Archive.open(SHIPPED).kernels();
        List<HistoryRun.Asked> shared = HistoryRun.of(question, packed).asked();
        assertEquals(packed.size(), shared.size());
        for (int i = 0; i < packed.size(); i++) {
            Answer alone = HistoryRun.of(question, List.of(packed.get(i)))
                    .asked()
                    .getFirst()
                    .answer();
            if (alone.status() != Answer.Status.ABSENT) {
                assertEquals(alone, shared.get(i).answer(), packed.get(i).id());
            }
        }
        for (StoredKernel loose : Archive.open(ShippedFiles.ARCHIVE).kernels()) {
            StoredKernel other = Archive.open(SHIPPED).kernel(loose.id());
            assertEquals(
                    HistoryRun.of(question, List.of(other)).asked().getFirst().answer(),
                    HistoryRun.of(question, List.of(loose)).asked().getFirst().answer());
        }
    }
}
