package dev.relogrid.engine.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RandomTypes;
import dev.relogrid.fixture.TypeText;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Types made by chance and changed by chance: what objects need of them is a BTF against which all relocations end as
 * they did, for this program and for libbpf. The seed is in the message.
 */
final class MinimalBtfTest {
    private static final int SEEDS = 200;
    private static final int WITH_LIBBPF = 40;

    @TempDir
    private Path dir = Path.of("");

    private record OneKernel(String id, Btf vmlinux) implements Kernel {
        @Override
        public List<NamedBtf> modules() {
            return List.of();
        }
    }

    private static BtfBuilder target(long seed) {
        return new RandomTypes(seed, 150, "").types.mutated(new Random(seed), (int) (seed % 8) * 12 + 4);
    }

    private static Btf read(byte[] section) {
        return Btf.parse(Bytes.of("minimal", section, ByteOrder.LITTLE_ENDIAN));
    }

    private static List<String> lines(ObjectSpecs object, Btf vmlinux) {
        return RelocationPass.run(object, new OneKernel("k", vmlinux)).stream()
                .map(MinimalBtfTest::line)
                .toList();
    }

    private static String line(RelocationResult result) {
        Resolution resolution = result.resolution();
        boolean isId = result.record().relo().kind() == ReloKind.TYPE_ID_TARGET.ordinal();
        return result.status().word()
                + ' '
                + result.stage()
                + ' '
                + result.errno()
                + ' '
                + (resolution == null ? "" : resolution.candidates().size() + "/" + resolution.matches())
                + (isId ? "" : " " + result.value() + ' ' + result.after());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void everyRelocationEndsTheSame(String name) {
        ByteOrder order = name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Map<String, Integer> ends = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            ObjectSpecs object =
                    ObjectSpecs.of(RandomTypesAgainstLibbpfTest.object(seed).build());
            Btf all = read(target(seed).bytes(order));
            MinimalBtf minimal = new MinimalBtf(all);
            minimal.add(object);
            minimal.add(
                    ObjectSpecs.of(RandomTypesAgainstLibbpfTest.object(seed + 1).build()));
            Btf some = read(minimal.section());
            List<String> expected = lines(object, all);
            assertEquals(expected, lines(object, some), "seed " + seed);
            assertEquals(order, some.order());
            expected.forEach(line -> ends.merge(line.substring(0, line.indexOf(' ')), 1, Integer::sum));
        }
        System.out.println("minimal BTF of random types: " + ends);
        assertTrue(ends.size() == 3 && Collections.min(ends.values()) > SEEDS, () -> "too little compared: " + ends);
    }

    @Test
    void libbpfFindsTheSame() throws Exception {
        int[] compared = {0};
        for (int seed = 0; seed < WITH_LIBBPF; seed++) {
            ObjectBuilder object = RandomTypesAgainstLibbpfTest.object(seed);
            MinimalBtf minimal = new MinimalBtf(target(seed).build());
            minimal.add(ObjectSpecs.of(object.build()));
            Path file = Files.write(dir.resolve("object.o"), object.bytes(ByteOrder.LITTLE_ENDIAN));
            Path all = Files.write(dir.resolve("all.btf"), target(seed).bytes(ByteOrder.LITTLE_ENDIAN));
            Path some = Files.write(dir.resolve("some.btf"), minimal.section());
            List<String> expected = libbpf(file, all);
            assertEquals(expected, libbpf(file, some), "seed " + seed);
            compared[0] += expected.size();
        }
        assertTrue(compared[0] > WITH_LIBBPF * 10, () -> "too little compared: " + compared[0]);
    }

    private static List<String> libbpf(Path object, Path vmlinux) throws Exception {
        List<String> lines = new ArrayList<>();
        Oracle.ask(vmlinux, List.of(List.of(object.toString(), vmlinux.toString())), (i, answer) -> {
            if (answer != null) {
                answer.relocations().forEach(record -> lines.add(RelocationText.withoutIds(record)));
            }
        });
        return lines;
    }

    /** What a relocation to element 2 of a member of no elements comes to, where other members follow it or none. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anArrayIsAsFlexibleAsItWas(boolean last) {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        int local = types.struct("s", 16, BtfBuilder.member("a", types.array(number, number, 4), 0));
        ObjectBuilder object = new ObjectBuilder(types);
        int main = types.function("main", types.prototype(1), 1);
        object.ext.relo("raw_tp/x", 0, local, "0:0:2", ReloKind.FIELD_EXISTS.ordinal());
        object.program("raw_tp/x", "main", new Insn(0xb7, 1, 0, 0, 1), ObjectBuilder.EXIT);
        object.ext.function("raw_tp/x", 0, main);
        BtfBuilder target = new BtfBuilder();
        int there = target.integer("int", 4, BtfBuilder.SIGNED);
        BtfBuilder.Member array = BtfBuilder.member("a", target.array(there, there, 0), 4);
        BtfBuilder.Member other = BtfBuilder.member("z", there, last ? 0 : 4);
        target.struct("s", 16, last ? other : array, last ? array : other);

        ObjectSpecs specs = ObjectSpecs.of(object.build());
        MinimalBtf minimal = new MinimalBtf(target.build());
        minimal.add(specs);
        List<String> expected = lines(specs, target.build());
        assertTrue(expected.getFirst().startsWith(last ? "ok null 0 1/1" : "ok null 0 1/0"), expected::toString);
        assertEquals(expected, lines(specs, read(minimal.section())));
    }

    @Test
    void ofNoObjectsOnlyTheSizeOfPointersIsKept() {
        Btf all = target(3).build();
        Btf none = read(new MinimalBtf(all).section());
        assertEquals(all.pointerSize(), none.pointerSize());
        assertTrue(none.typeCount() <= 2, () -> TypeText.all(none).toString());
    }

    @Test
    void whatNobodyAsksForIsLeftOut() {
        Btf all = target(0).build();
        MinimalBtf minimal = new MinimalBtf(all);
        minimal.add(ObjectSpecs.of(RandomTypesAgainstLibbpfTest.object(0).build()));
        Btf some = read(minimal.section());
        assertTrue(some.typeCount() < all.typeCount(), some.typeCount() + " of " + all.typeCount());
        assertFalse(TypeText.all(some).isEmpty());
    }
}
