package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What libbpf resolves of attach targets and struct_ops before it loads programs, of every real object on kernels of the
 * shipped archive: the whole object, and of programs whose target is a type, one for each target, alone. What was compared is printed.
 */
class AttachDifferentialTest {
    private static final Path SCRATCH = Path.of("target/differential/attach");
    private static final int KERNELS = 19;
    private static final int KERNELS_WITH_MODULES = 3;
    private static final int LEAST_COMPARED = 9_500;

    /** An object, and of it all programs (null) or one. */
    private record Question(AttachOutcome outcome, @Nullable Program only, Path file) {}

    @BeforeAll
    static void oracleIsThere() throws IOException {
        Oracle.require();
        Files.createDirectories(SCRATCH);
    }

    @Test
    void everyTargetIsFoundWhereLibbpfFindsIt() throws Exception {
        List<Question> all = questions();
        List<Question> typed = all.stream()
                .filter(question -> question.only != null || question.outcome.hasTypedTargets())
                .toList();
        AttachComparison comparison = new AttachComparison();
        List<StoredKernel> kernels = kernels();
        for (StoredKernel kernel : kernels) {
            List<String> files = write(kernel);
            Kernel asked = witness(kernel);
            List<Question> questions = files.size() == 1 ? all : typed;
            Oracle.ask(
                    Path.of(files.getFirst()),
                    questions.stream().map(q -> words(q, files)).toList(),
                    (i, answer) -> {
                        Question question = questions.get(i);
                        comparison.compare(question.outcome, question.only, asked, answer);
                    });
            for (String file : files) {
                Files.delete(Path.of(file));
            }
        }
        System.out.println("attach targets: " + all.size() + " objects and programs on " + kernels.size() + " kernels: "
                + comparison.summary());
        assertEquals(List.of(), comparison.differences().stream().limit(20).toList());
        assertTrue(comparison.compared() >= LEAST_COMPARED, () -> "too little was compared: " + comparison.summary());
    }

    /** What no section of real objects does. */
    @ParameterizedTest
    @CsvSource({
        "fentry, no BTF-based attach target is specified p",
        "lsm.s, no BTF-based attach target is specified p",
        "fentry/, failed to find kernel BTF type ID of p",
        "fentry/no_such:vfs_open, failed to find kernel BTF type ID of p",
        "fentry/vm:vfs_open, loads all programs",
        "freplace/f, attach program FD is not set p",
        "struct_ops/f, isn't referenced anywhere p",
        "nothing, missing BPF prog type p",
        "?nothing, loads all programs"
    })
    void libbpfGivesUpForTheSameReason(String section, String expected) throws Exception {
        byte[] bytes = new ObjectBuilder()
                .program(section, "p", new Insn(0xb7, 0, 0, 0, 0), ObjectBuilder.EXIT)
                .bytes(ByteOrder.LITTLE_ENDIAN);
        Path file = Files.write(SCRATCH.resolve("made.o"), bytes);
        StoredKernel kernel = Archive.open(ShippedFiles.ARCHIVE).kernel("trixie/amd64");
        Path btf = Files.write(
                SCRATCH.resolve("made.btf"),
                Objects.requireNonNull(kernel.vmlinux()).raw());
        AttachOutcome outcome =
                new AttachOutcome(section, BpfObject.parse(Bytes.of("object", bytes, ByteOrder.LITTLE_ENDIAN)));
        assertEquals(expected, outcome.on(kernel, null));
        AttachComparison comparison = new AttachComparison();
        Oracle.ask(
                btf,
                List.of(List.of("--strict-only", file.toString(), btf.toString())),
                (i, answer) -> comparison.compare(outcome, null, kernel, answer));
        assertEquals(List.of(), comparison.differences());
        assertEquals(1, comparison.compared());
    }

    /** Every object; and of all programs that are attached to the same, in the same way, one. */
    private static List<Question> questions() throws IOException {
        List<Question> questions = new ArrayList<>();
        Set<String> sections = new HashSet<>();
        for (Path file : RealObjects.all()) {
            BpfObject object =
                    BpfObject.parse(Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN));
            if (object.elf().order() == ByteOrder.LITTLE_ENDIAN && object.refusal() == null) {
                AttachOutcome outcome = new AttachOutcome(file.getFileName().toString(), object);
                questions.add(new Question(outcome, null, file));
                for (Program program : outcome.programsWithTypedTargets()) {
                    if (sections.add(program.sectionName())) {
                        questions.add(new Question(outcome, program, file));
                    }
                }
            }
        }
        return questions;
    }

    private static List<String> words(Question question, List<String> files) {
        List<String> words = new ArrayList<>(List.of("--strict-only", "--kver", "6.1.0"));
        if (question.only != null) {
            words.addAll(List.of("--prog", question.only.name()));
        }
        words.add(question.file.toString());
        words.addAll(files);
        return words;
    }

    /** Some of each line, of all ages; few with modules, for libbpf reads all of these again for each question. */
    private static List<StoredKernel> kernels() {
        Archive archive = Archive.open(Path.of("btf-archive"));
        List<StoredKernel> without = new ArrayList<>();
        List<StoredKernel> with = new ArrayList<>();
        archive.entries().stream()
                .filter(entry -> entry.btf() != null)
                .forEach(entry -> (entry.modules().isEmpty() ? without : with).add(archive.kernel(entry)));
        List<StoredKernel> chosen = new ArrayList<>(spread(without, KERNELS));
        chosen.addAll(spread(with, KERNELS_WITH_MODULES));
        return chosen;
    }

    private static <T> List<T> spread(List<T> all, int wanted) {
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            chosen.add(all.get((int) ((2L * i + 1) * all.size() / (2L * wanted))));
        }
        return chosen;
    }

    private static Kernel witness(StoredKernel kernel) {
        StoredKernel.Membership place = Objects.requireNonNull(kernel.membership());
        return place.family().ask(place.index()).kernel();
    }

    private static List<String> write(StoredKernel kernel) throws IOException {
        Path folder = Files.createDirectories(SCRATCH.resolve(kernel.id().replace('/', '_')));
        List<String> files = new ArrayList<>();
        files.add(Files.write(
                        folder.resolve("vmlinux.btf"),
                        Objects.requireNonNull(kernel.vmlinux()).raw())
                .toString());
        for (NamedBtf module : kernel.modules()) {
            files.add(Files.write(
                            folder.resolve(module.name() + ".btf"), module.btf().raw())
                    .toString());
        }
        return files;
    }
}
