package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.CandidateMatch;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationPass;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real objects on kernels of the shipped pack: libbpf reads the BTF that comes out of the pack, and is held against the
 * engine reading the same; and the engine asking the pack type by type says the same in all but type ids, one kernel at a
 * time and as a family. What was compared is printed.
 */
final class PackedDifferentialTest {
    private static final Path SCRATCH = Path.of("target/differential/packed");
    private static final int KERNELS = 44;
    /** Some are big-endian ones with a header that libbpf 1.7.0 cannot read on a little-endian machine. */
    private static final int OBJECTS = 125;

    private static final int LEAST_PAIRS = 40 * 100;

    /** A kernel out of the pack, whole; and the files the oracle reads it from. */
    private record Whole(StoredKernel stored, @Nullable Btf vmlinux, List<NamedBtf> modules, List<String> files)
            implements Kernel {
        @Override
        public String id() {
            return stored.id();
        }

        @Override
        public @Nullable Kconfig config() {
            return stored.config();
        }

        @Override
        public @Nullable KernelSymbols symbols() {
            return stored.symbols();
        }

        @Override
        public @Nullable Measured measured() {
            return stored.measured();
        }

        @Override
        public @Nullable String version() {
            return stored.version();
        }

        @Override
        public boolean isInModulesElsewhere(String function) {
            return stored.isInModulesElsewhere(function);
        }

        @Override
        public boolean isTypeNowhere(int kind, String essentialName) {
            return stored.isTypeNowhere(kind, essentialName);
        }
    }

    @BeforeAll
    static void oracleIsThere() throws IOException {
        Oracle.require();
        Files.createDirectories(SCRATCH);
    }

    @Test
    void everyAnswerIsTheRawOne() throws Exception {
        List<Path> objects = objects();
        List<ObjectSpecs> specs =
                objects.stream().map(PackedDifferentialTest::specs).toList();
        List<Judge> judges = specs.stream().map(Judge::new).toList();
        List<StoredKernel> kernels = kernels();
        List<List<KernelVerdict>> expected = new ArrayList<>();
        objects.forEach(object -> expected.add(new ArrayList<>()));
        Comparison comparison = new Comparison();
        int[] asked = {0};
        for (StoredKernel stored : kernels) {
            Whole kernel = whole(stored);
            List<List<String>> questions = new ArrayList<>();
            for (Path object : objects) {
                questions.add(question(object, kernel.files()));
            }
            Oracle.ask(Path.of(kernel.files().getFirst()), questions, (i, answer) -> {
                String name = objects.get(i).toString();
                comparison.compare(name, read(objects.get(i)), kernel, answer);
                asked[0] += compare(specs.get(i), kernel, witness(stored), name + " on " + stored.id());
            });
            for (int i = 0; i < objects.size(); i++) {
                expected.get(i).add(judges.get(i).on(kernel).verdict());
            }
            delete(kernel);
        }
        System.out.println("packs: " + objects.size() + " objects on " + kernels.size() + " kernels: "
                + comparison.summary() + "; " + asked[0] + " relocations asked of the pack");
        assertEquals(List.of(), comparison.differences().stream().limit(20).toList());
        for (int i = 0; i < objects.size(); i++) {
            assertEquals(expected.get(i), family(specs.get(i), kernels), objects.get(i)::toString);
        }
        assertTrue(comparison.pairs() >= LEAST_PAIRS, () -> "too little was compared: " + comparison.pairs());
    }

    /** All of each family at once, so that kernels do answer for each other; then those that are wanted. */
    private static List<KernelVerdict> family(ObjectSpecs specs, List<StoredKernel> kernels) {
        FamilyJudge judge = new FamilyJudge(new Judge(specs));
        IdentityHashMap<KernelFamily, List<KernelVerdict>> families = new IdentityHashMap<>();
        List<KernelVerdict> verdicts = new ArrayList<>();
        for (StoredKernel kernel : kernels) {
            StoredKernel.Membership place = Objects.requireNonNull(kernel.membership());
            verdicts.add(families.computeIfAbsent(place.family(), judge::on).get(place.index()));
        }
        return verdicts;
    }

    private static Kernel witness(StoredKernel kernel) {
        StoredKernel.Membership place = Objects.requireNonNull(kernel.membership());
        KernelFamily.Witness witness = place.family().ask(place.index());
        assertTrue(witness.sameAnswers().get(place.index()));
        return witness.kernel();
    }

    private static int compare(ObjectSpecs specs, Kernel whole, Kernel packed, String where) {
        List<RelocationResult> expected = RelocationPass.run(specs, whole);
        List<RelocationResult> found = RelocationPass.run(specs, packed);
        assertEquals(expected.size(), found.size(), where);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(describe(expected.get(i)), describe(found.get(i)), where + " #" + i);
        }
        return expected.size();
    }

    /** All there is to say of a result but the kernel's type ids. */
    private static String describe(RelocationResult result) {
        ReloKind kind = ReloKind.of(result.record().relo().kind());
        boolean id = kind == ReloKind.TYPE_ID_TARGET;
        StringBuilder text = new StringBuilder();
        text.append(result.status())
                .append(' ')
                .append(result.stage())
                .append(' ')
                .append(result.errno());
        text.append(' ').append(result.why()).append(' ').append(result.before());
        text.append(id ? "" : result.after() + " " + result.value());
        Resolution resolution = result.resolution();
        if (resolution != null) {
            for (CandidateMatch candidate : resolution.candidates()) {
                Btf btf = candidate.candidate().source().btf();
                AccessSpec spec = candidate.spec();
                text.append('\n').append(candidate.candidate().source().name()).append(' ');
                text.append(btf.name(candidate.candidate().id())).append(' ').append(candidate.match());
                text.append(' ').append(candidate.reached()).append(candidate.incompatible());
                text.append(spec == null ? "" : spec.format().replaceAll("> \\[\\d+\\]", ">"));
            }
        }
        return text.toString();
    }

    // --- the sample

    private static List<StoredKernel> kernels() {
        Archive archive = Archive.open(Path.of("btf-archive"));
        List<StoredKernel> all = archive.entries().stream()
                .filter(entry -> entry.btf() != null && entry.place() != null)
                .map(archive::kernel)
                .toList();
        return spread(all, KERNELS);
    }

    private static List<Path> objects() throws IOException {
        List<Path> relocating = RealObjects.all().stream()
                .filter(object -> !specs(object).object().relocations().isEmpty())
                .toList();
        return spread(relocating, OBJECTS);
    }

    private static <T> List<T> spread(List<T> all, int wanted) {
        assertTrue(all.size() >= wanted, () -> "only " + all.size());
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / wanted)));
        }
        return chosen;
    }

    private static ObjectSpecs specs(Path object) {
        return ObjectSpecs.of(BpfObject.parse(Bytes.of(object.toString(), read(object), ByteOrder.LITTLE_ENDIAN)));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Whole whole(StoredKernel kernel) throws IOException {
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
        return new Whole(kernel, kernel.vmlinux(), kernel.modules(), files);
    }

    private static void delete(Whole kernel) throws IOException {
        for (String file : kernel.files()) {
            Files.delete(Path.of(file));
        }
    }

    private static List<String> question(Path object, List<String> kernel) {
        List<String> words = new ArrayList<>();
        if (read(object)[5] == 2) {
            words.add("--prepare");
        }
        words.add(object.toString());
        words.addAll(kernel);
        return words;
    }
}
