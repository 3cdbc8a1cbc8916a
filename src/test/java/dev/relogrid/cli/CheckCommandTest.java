package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code check} and {@code explain} as their users call them, on the shipped samples and archive. */
final class CheckCommandTest {
    private static final String SAMPLES = "src/test/bpf/samples/";
    private static final String OLD = "debian/bullseye/amd64/5.10.0-32-amd64";
    private static final String NEW = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";

    @TempDir
    private Path folder = Path.of("");

    private record Run(int code, String out, String err) {
        JsonNode json() {
            return new ObjectMapper().readTree(out);
        }
    }

    private static Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", ShippedFiles.ARCHIVE.toString()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                all.toArray(String[]::new),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Run check(String sample, String... words) {
        List<String> all = new ArrayList<>(List.of("check", SAMPLES + sample + ".bpf.o"));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    @Test
    void aMissingFieldThatIsAlwaysReadBreaksOnTheKernelsThatRenamedIt() {
        Run run = check("task_state", "--kernel", OLD, "--kernel", NEW);
        assertEquals(ExitCode.BROKEN, run.code());
        assertTrue(run.out().contains("relocates on 1 of 2 kernels, breaks on 1"), run.out());
        assertTrue(run.out().contains("\u2713 relocates  " + OLD), run.out());
        assertTrue(run.out().contains("\u2717 breaks     " + NEW), run.out());
        assertTrue(run.out().contains("task_state.bpf.c:14"), run.out());
        assertTrue(run.out().contains("struct task_struct has no state"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void withoutAChoiceItIsEveryKernelOfTheArchive() {
        JsonNode object =
                check("ctime", "--format", "json").json().path("objects").path(0);
        assertTrue(object.path("kernels").size() >= 12);
        for (JsonNode kernel : object.path("kernels")) {
            // before 6.6 the guard's else branch finds i_ctime; from 6.11 on there is neither that nor __i_ctime
            boolean old = kernel.path("kernel").asString().matches(".*/(5\\.10|6\\.1)\\..*");
            assertEquals(old ? "guarded" : "broken", kernel.path("verdict").asString(), kernel::toString);
        }
        List<String> missing = new ArrayList<>();
        object.path("causes")
                .forEach(cause -> missing.add(cause.path("effect").asString() + ": "
                        + cause.path("has").path(0).asString()));
        assertEquals(List.of("breaks: struct inode has no i_ctime", "guarded: struct inode has no __i_ctime"), missing);
    }

    @Test
    void aTypeThatNoKernelHasIsNamedWithItsWrongFlavour() {
        Run run = check("flavor_typo");
        assertEquals(ExitCode.BROKEN, run.code());
        assertTrue(run.out().contains("the kernel has no struct task_struct__5_14"), run.out());
        assertTrue(run.out().contains("breaks on 13 of 13 kernels  TYPE_MISSING"), run.out());
    }

    @Test
    void anObjectWithoutRelocationsRelocatesEverywhereAndSaysWhy() {
        for (String sample : List.of("no_relos", "no_btf")) {
            Run run = check(sample);
            assertEquals(ExitCode.FINE, run.code(), run.err());
            assertTrue(run.out().contains("relocates on 13 of 13 kernels; it has no relocations"), run.out());
        }
    }

    @Test
    void relosIsOneJsonLineForEachRelocationOnEachKernel() {
        Run run = check("ctime", "--format", "relos", "--kernel", OLD, "--kernel", NEW);
        List<String> lines = run.out().lines().toList();
        assertEquals(8, lines.size());
        JsonNode line = new ObjectMapper().readTree(lines.get(7));
        assertEquals(SAMPLES + "ctime.bpf.o", line.path("obj").asString());
        assertEquals(NEW, line.path("kernel").asString());
        assertEquals("poisoned", line.path("status").asString());
        assertEquals("850000001023ad0b", line.path("after").asString());
    }

    @Test
    void kernelsOfSeveralQueriesComeOnceAndInTheOrderOfTheArchive() {
        Run run = check(
                "no_relos",
                "--format",
                "json",
                "--kernel",
                NEW,
                "--kernel",
                "debian 11..13 and cloud",
                "--kernel",
                OLD);
        List<String> kernels = run.json()
                .path("objects")
                .path(0)
                .path("kernels")
                .valueStream()
                .map(kernel -> kernel.path("kernel").asString())
                .toList();
        List<String> expected = ShippedFiles.entries().stream()
                .map(entry -> entry.id().toString())
                .filter(id -> id.equals(OLD) || id.equals(NEW) || id.contains("-cloud-") && !id.contains("/sid/"))
                .toList();
        assertEquals(expected, kernels, run.out());
    }

    @Test
    void queriesThatMeanNothingAreNoAnswer() {
        for (String command : List.of("check", "explain")) {
            List<String> words = new ArrayList<>(List.of(command, SAMPLES + "ctime.bpf.o"));
            if (command.equals("explain")) {
                words.add("3");
            }
            words.addAll(List.of("--kernel", "debian", "--kernel", "debian and arch:amd46"));
            Run run = run(words.toArray(String[]::new));
            assertEquals(ExitCode.NO_ANSWER, run.code());
            assertTrue(
                    run.err().startsWith("relogrid: no kernel matches 'debian and arch:amd46'; the archive has arch "),
                    run.err());
            assertEquals("", run.out());
        }
    }

    @Test
    void theSameCallGivesTheSameBytes() {
        for (String format : List.of("text", "json", "relos")) {
            assertEquals(check("ctime", "--format", format), check("ctime", "--format", format));
        }
    }

    @Test
    void emitWritesTheRelocatedObjectAndNothingElse() throws IOException {
        Path emitted = folder.resolve("out.o");
        assertEquals(
                ExitCode.FINE,
                check("guarded", "--kernel", NEW, "--emit", emitted.toString()).code());
        byte[] before = Files.readAllBytes(Path.of(SAMPLES + "guarded.bpf.o"));
        byte[] after = Files.readAllBytes(emitted);
        assertEquals(before.length, after.length);
        assertEquals(
                ExitCode.NO_ANSWER, check("ctime", "--emit", emitted.toString()).code());
        assertArrayEquals(after, Files.readAllBytes(emitted), "one kernel only, so nothing was written");
        check("ctime", "--kernel", OLD, "--emit", emitted.toString());
        assertNotEquals(
                -1, Arrays.mismatch(Files.readAllBytes(Path.of(SAMPLES + "ctime.bpf.o")), Files.readAllBytes(emitted)));
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsAnswered() throws IOException {
        Path cut = folder.resolve("cut.bpf.o");
        byte[] whole = Files.readAllBytes(Path.of(SAMPLES + "ctime.bpf.o"));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Run run = run("check", cut.toString(), SAMPLES + "no_relos.bpf.o", "--kernel", OLD);
        assertEquals(ExitCode.NO_ANSWER, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(
                run.err().startsWith("relogrid: " + cut + ": ELF section headers at offset 0x0: expected "), run.err());
        assertTrue(run.out().contains("no_relos.bpf.o: relocates on 1 of 1 kernel"), run.out());
    }

    @Test
    void aKernelThatCannotBeReadLeavesTheOthersAnswered() throws IOException {
        Path kernel = Files.write(folder.resolve("vmlinux.btf"), new byte[] {(byte) 0x9f, (byte) 0xeb, 1, 0, 24, 0});
        Run run = check("no_relos", "--btf", kernel.toString(), "--kernel", OLD);
        assertEquals(ExitCode.NO_ANSWER, run.code(), "what helpers and maps a kernel has is in its types");
        run = check("guarded", "--btf", kernel.toString(), "--kernel", OLD);
        assertEquals(ExitCode.NO_ANSWER, run.code());
        assertTrue(run.out().contains("guarded on 1 of 2 kernels, 1 not answered"), run.out());
        assertTrue(run.err().contains(kernel.toString()), run.err());
    }

    @Test
    void aFileWithoutTypesIsAKernelWithoutBtf() {
        Run run = check("ksym", "--btf", "target/oracle/relo-oracle");
        assertEquals(ExitCode.FINE, run.code());
        assertTrue(run.out().contains("no BTF on 1 of 1 kernel"), run.out());
    }

    /** As libbpf does: the object loads without being relocated, and whoever reads the report is told. */
    @Test
    void aDamagedBtfExtIsAWarningInTheReport() throws IOException {
        byte[] object = Files.readAllBytes(Path.of("target/bpf/el/ext_magic.o"));
        Path file = Files.write(folder.resolve("ext_magic.o"), object);
        Run run = run("check", file.toString(), "--kernel", OLD);
        assertEquals(ExitCode.FINE, run.code());
        assertTrue(run.out().contains("warning: .BTF.ext is ignored, so nothing is relocated:"), run.out());
        JsonNode json = run("check", file.toString(), "--kernel", OLD, "--format", "json")
                .json();
        assertEquals(1, json.path("objects").path(0).path("warnings").size());
    }

    @Test
    void asciiHasNoOtherSigns() {
        Run run = check("task_state", "--ascii");
        assertTrue(run.out().chars().allMatch(c -> c < 128), run.out());
    }

    @Test
    void explainShowsBothSidesAndTheInstruction() {
        Run run = run("explain", SAMPLES + "ctime.bpf.o", "3", "--kernel", OLD, "--kernel", NEW);
        assertEquals(ExitCode.FINE, run.code());
        assertTrue(
                run.out().contains("<byte_off> [693] struct inode.i_ctime.tv_sec (0:17:0 @ offset 120) in vmlinux"),
                run.out());
        assertTrue(run.out().contains("after    b702000078000000  r2 = 120"), run.out());
        assertTrue(run.out().contains("after    850000001023ad0b  call unknown#195896080"), run.out());
        assertTrue(run.out().contains("poisoned: struct inode has no i_ctime"), run.out());
    }

    @Test
    void explainWithoutAKernelSaysWhereThereIsNoTarget() {
        Run run = run("explain", SAMPLES + "ctime.bpf.o", "3");
        assertEquals(ExitCode.FINE, run.code());
        assertTrue(run.out().contains("struct inode has no i_ctime"), run.out());
        assertTrue(run.out().contains("why it is reached"), run.out());
    }

    @Test
    void explainTakesACauseAndFixesIt() {
        Run run = run("explain", SAMPLES + "helper_unguarded.bpf.o", "helper_unknown", "--kernel", OLD);
        assertEquals(ExitCode.FINE, run.code(), run.err());
        assertTrue(run.out().contains("its enum bpf_func_id ends at #155"), run.out());
        assertTrue(run.out().contains("helper_unknown"), run.out());
        run = run("explain", SAMPLES + "helper_unguarded.bpf.o", "HELPER_UNKNOWN", "--kernel", OLD, "--fix");
        assertEquals(ExitCode.FINE, run.code(), run.err());
        assertTrue(run.out().contains("bpf_core_enum_value_exists(enum bpf_func_id"), run.out());
        run = run("explain", SAMPLES + "helper_unguarded.bpf.o", "banana");
        assertEquals(ExitCode.NO_ANSWER, run.code());
        assertTrue(run.err().contains("expected a relocation's number or a cause's code, found 'banana'"), run.err());
    }

    @Test
    void explainAsksForARelocationThatExists() {
        Run run = run("explain", SAMPLES + "ctime.bpf.o", "4", "--kernel", OLD);
        assertEquals(ExitCode.NO_ANSWER, run.code());
        assertTrue(run.err().contains("there is no relocation #4, they go from #0 to #3"), run.err());
    }
}
