package dev.relogrid.archive.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.pack.Packed.Raw;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.Judgement;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real kernels of both byte orders with their modules, one of them twice and one without BTF: their pack has the same
 * types under the same ids, and gives real objects the answers that the raw BTF gives.
 */
final class PackRealKernelsTest {
    private static final int OBJECTS = 60;

    @TempDir
    private static Path dir = Path.of("");

    private static final List<Raw> RAW = new ArrayList<>();
    private static final List<Kernel> KERNELS = new ArrayList<>();
    private static byte[] bytes = {};

    @BeforeAll
    static void pack() throws IOException {
        RAW.addAll(RealKernels.all());
        Raw twin = RAW.getLast();
        RAW.add(new Raw("twin", twin.vmlinux(), twin.modules()));
        RAW.add(1, new Raw("none", null));
        RAW.forEach(raw -> KERNELS.add(raw.kernel()));
        bytes = Packed.bytes(RAW);
    }

    @Test
    void typesComeBack() throws IOException {
        assertTrue(RAW.stream().filter(raw -> raw.modules().size() > 3).count() > 3, "too few kernels with modules");
        Pack pack = Packed.open(dir, bytes);
        Packed.assertComesBack(RAW, pack);
        assertTrue(pack.kernels().stream().anyMatch(PackedKernel::bigEndian), "a kernel of the other byte order");
        assertEquals(
                RAW.stream().map(Raw::id).toList(),
                pack.kernels().stream().map(kernel -> kernel.facts().getFirst()).toList());
        System.out.println("packed " + RAW.size() + " kernels, " + pack.definitionCount() + " definitions, "
                + bytes.length + " bytes");
    }

    @Test
    void packingAgainGivesTheSameBytes() throws IOException {
        List<Raw> few = RAW.subList(0, 2);
        byte[] once = Packed.bytes(few);
        assertArrayEquals(once, Packed.bytes(few));
        Pack pack = Packed.open(dir, once);
        List<Raw> rebuilt = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            boolean types = pack.kernels().get(i).hasTypes();
            rebuilt.add(types ? new Raw(few.get(i).id(), pack.vmlinux(i), new TreeMap<>(pack.modules(i))) : few.get(i));
        }
        Packed.assertComesBack(few, Packed.open(dir, Packed.bytes(rebuilt)));
    }

    @Test
    void configAndSymbolsComeBack() throws IOException {
        PackBuilder builder = new PackBuilder();
        List<String> expected = new ArrayList<>();
        for (Path folder : RealKernels.folders()) {
            if (!Files.exists(folder.resolve("config"))) {
                continue;
            }
            byte[] config = Files.readAllBytes(folder.resolve("config"));
            expected.add(options(new String(config, StandardCharsets.ISO_8859_1)));
            byte[] symbols = "T do_exit\nD jiffies\nt mine\nt mine\nT mine\n".getBytes(StandardCharsets.US_ASCII);
            builder.add(new Raw(folder.toString(), null).contents(config, symbols));
        }
        assertTrue(expected.size() > 2, "too few configurations");
        builder.add(new Raw("neither", null).contents());
        Pack pack = Packed.open(dir, builder.build());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), options(String.valueOf(pack.config(i))));
            assertEquals("T do_exit\nD jiffies\nt mine\nt mine\nT mine\n", pack.kernelSymbols(i));
        }
        assertEquals("null null", pack.config(expected.size()) + " " + pack.kernelSymbols(expected.size()));
    }

    private static String options(String config) {
        return config.lines()
                .filter(line -> line.startsWith("CONFIG_"))
                .map(String::strip)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static List<ObjectSpecs> objects() throws IOException {
        List<ObjectSpecs> objects = new ArrayList<>();
        List<Path> all = RealObjects.all();
        for (int i = 0; i < all.size() && objects.size() < OBJECTS; i += 3) {
            byte[] elf = Files.readAllBytes(all.get(i));
            BpfObject object = BpfObject.parse(Bytes.of("object", elf, ByteOrder.LITTLE_ENDIAN));
            if (object.refusal() == null && !object.relocations().isEmpty()) {
                objects.add(ObjectSpecs.of(object));
            }
        }
        assertEquals(OBJECTS, objects.size());
        return objects;
    }

    /** What became of one relocation, without type ids. */
    private static String ending(RelocationResult result) {
        Resolution resolution = result.resolution();
        String candidates = resolution == null ? "" : resolution.candidates().size() + " " + resolution.matches();
        boolean id = result.record().relo().kind() == ReloKind.TYPE_ID_TARGET.ordinal();
        String what = id ? "" : result.value() + " " + result.after();
        return Stream.of(result.status(), result.stage(), result.errno(), candidates, what, result.why())
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }

    private static List<String> endings(Judgement judgement) {
        return judgement.relocations().stream().map(PackRealKernelsTest::ending).toList();
    }

    @Test
    void answersAreThoseOfTheRawTypes() throws IOException {
        Pack pack = Packed.open(dir, bytes);
        PackedFamily family = Packed.family(pack);
        int relocations = 0;
        int spokenFor = 0;
        for (ObjectSpecs specs : objects()) {
            Judge judge = new Judge(specs);
            List<Judgement> raw = KERNELS.stream()
                    .map(kernel -> judge.on(new Packed.Among(pack, kernel)))
                    .toList();
            List<KernelVerdict> verdicts = raw.stream().map(Judgement::verdict).toList();
            for (int k = 0; k < KERNELS.size(); k++) {
                KernelFamily.Witness witness = family.ask(k);
                Judgement packed = judge.on(witness.kernel());
                assertEquals(endings(raw.get(k)), endings(packed), RAW.get(k).id());
                assertEquals(verdicts.get(k), packed.verdict());
                BitSet same = witness.sameAnswers();
                assertTrue(same.get(k));
                for (int other = same.nextSetBit(0); other >= 0; other = same.nextSetBit(other + 1)) {
                    assertEquals(
                            endings(raw.get(k)),
                            endings(raw.get(other)),
                            RAW.get(k).id() + " speaks for " + other);
                    spokenFor += other == k ? 0 : 1;
                }
                relocations += packed.relocations().size();
            }
            assertEquals(verdicts, new FamilyJudge(new Judge(specs)).on(family));
        }
        assertTrue(relocations > 5_000 && spokenFor >= 2 * OBJECTS, relocations + " " + spokenFor);
        System.out.println(relocations + " relocations on packed kernels as on raw ones; " + spokenFor + " spoken for");
    }

    @Test
    void anotherOrderAnswersAlike() throws IOException {
        List<Integer> numbers = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.reverse(numbers);
        Pack pack = Packed.open(dir, Packed.bytes(numbers.stream().map(RAW::get).toList()));
        PackedFamily family = Packed.family(pack);
        for (ObjectSpecs specs : objects().subList(0, 20)) {
            Judge judge = new Judge(specs);
            List<KernelVerdict> expected = numbers.stream()
                    .map(number -> judge.on(new Packed.Among(pack, KERNELS.get(number)))
                            .verdict())
                    .toList();
            assertEquals(expected, new FamilyJudge(new Judge(specs)).on(family));
        }
    }
}
