package dev.relogrid.archive.pack;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.pack.Packed.Raw;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.RandomTypes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types no compiler would make go into a pack and come out as they were. */
final class PackRandomTest {
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
    private static final ByteOrder BE = ByteOrder.BIG_ENDIAN;

    @TempDir
    private Path dir = Path.of("");

    private void assertComesBack(List<Raw> kernels) throws IOException {
        byte[] pack = Packed.bytes(kernels);
        assertArrayEquals(pack, Packed.bytes(kernels), "packing twice");
        Packed.assertComesBack(kernels, Packed.open(dir, pack));
    }

    private void assertComesBack(BtfBuilder types) throws IOException {
        assertComesBack(List.of(
                new Raw("le", types.bytes(LE)), new Raw("be", types.bytes(BE)), new Raw("again", types.bytes(LE))));
    }

    @Test
    void noKernelAtAllAndNoTypes() throws IOException {
        assertEquals(0, Packed.open(dir, Packed.bytes(List.of())).kernels().size());
        Raw none = new Raw("none", null);
        Raw empty = new Raw("empty", new BtfBuilder().bytes(LE));
        assertComesBack(List.of(none));
        assertComesBack(List.of(none, empty, none, empty));
        Pack pack = Packed.open(dir, Packed.bytes(List.of(none, empty)));
        assertThrows(MalformedInput.class, () -> pack.vmlinux(0));
        assertEquals(1, Packed.parse(pack.vmlinux(1)).typeCount());
    }

    @Test
    void randomTypesAndTheirNeighbours() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            RandomTypes types = new RandomTypes(seed, 120, "___v" + seed);
            List<Raw> kernels = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                BtfBuilder kernel = types.types.mutated(new Random(i), 8 * i);
                BtfBuilder module = module(kernel, new Random(seed + i));
                kernels.add(new Raw(
                        "k" + i,
                        kernel.bytes(i == 3 ? BE : LE),
                        new TreeMap<>(Map.of("m", module.bytes(i == 3 ? BE : LE)))));
            }
            kernels.add(new Raw(
                    "shuffled",
                    types.types.renumbered(shuffled(types.types.nextId(), seed)).bytes(LE)));
            assertComesBack(kernels);
        }
    }

    /** With own copies of its kernel's types, named and not, and references to both. */
    private static BtfBuilder module(BtfBuilder kernel, Random random) {
        BtfBuilder module = BtfBuilder.over(kernel);
        int limit = kernel.nextId();
        int number = module.integer("int", 4, SIGNED);
        for (int i = 0; i < 20; i++) {
            int other = 1 + random.nextInt(module.nextId() - 1);
            int base = 1 + random.nextInt(limit - 1);
            switch (random.nextInt(4)) {
                case 0 -> module.pointer(base);
                case 1 -> module.pointer(other);
                case 2 -> module.struct("s" + random.nextInt(8), 16, member("a", base, 0), member("b", other, 8));
                default -> module.struct("", 8, member("c", number, 0), member("d", base, 4));
            }
        }
        return module;
    }

    private static int[] shuffled(int count, long seed) {
        int[] ids = IntStream.range(0, count).toArray();
        Random random = new Random(seed);
        for (int i = count - 1; i > 1; i--) {
            int j = 1 + random.nextInt(i);
            int kept = ids[i];
            ids[i] = ids[j];
            ids[j] = kept;
        }
        return ids;
    }

    @Test
    void sameNameManyTimes() throws IOException {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, SIGNED);
        int first = types.struct("s", 4, member("x", number, 0));
        int second = types.struct("s", 4, member("x", number, 0));
        int flavour = types.struct("s___old", 8, member("x", number, 4));
        int small = types.enumeration("e", 4, true, enumerator("A", -1));
        int wide = types.enum64("e", false, enumerator("A", 1L << 40));
        types.union("s", 4, member("x", number, 0));
        types.forward("s", false);
        types.typedef("s", second);
        types.function("s", types.prototype(flavour, new BtfBuilder.Parameter("p", wide)), 1);
        types.variable("s", small, 1);
        for (int type : new int[] {first, second, flavour, small, wide}) {
            types.pointer(type);
            types.declTag("tag", type, -1);
            types.typeTag("tag", type);
        }
        types.floating("double", 8);
        types.datasec(".data", 8, new BtfBuilder.Placed(types.nextId() - 1, 0, 8));
        assertComesBack(types);
    }

    @Test
    void equalUnnamedTypesTwice() throws IOException {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, SIGNED);
        int first = types.pointer(number);
        int second = types.pointer(number);
        types.struct("s", 24, member("a", second, 0), member("b", first, 8), member("c", second, 16));
        int third = types.pointer(second);
        types.typedef("t", types.pointer(second));
        types.typedef("u", third);
        types.typedef("v", types.pointer(first));
        BtfBuilder module = BtfBuilder.over(types);
        int own = module.pointer(number);
        int again = module.pointer(number);
        module.struct("s", 32, member("a", second, 0), member("b", own, 8), member("c", again, 16));
        assertComesBack(List.of(
                new Raw("k", types.bytes(LE), new TreeMap<>(Map.of("m", module.bytes(LE)))),
                new Raw("be", types.bytes(BE), new TreeMap<>(Map.of("m", module.bytes(BE), "n", module.bytes(BE))))));
    }

    /** As some of Debian's modules are: without a type of their own. */
    @Test
    void modulesWithoutTypes() throws IOException {
        BtfBuilder types = new BtfBuilder();
        types.integer("int", 4, SIGNED);
        BtfBuilder none = BtfBuilder.over(types);
        BtfBuilder some = BtfBuilder.over(types);
        some.typedef("t", 1);
        assertComesBack(List.of(
                new Raw("k", types.bytes(LE), new TreeMap<>(Map.of("a", none.bytes(LE), "b", some.bytes(LE)))),
                new Raw("l", types.bytes(LE), new TreeMap<>(Map.of("a", some.bytes(LE), "b", none.bytes(LE)))),
                new Raw("m", types.bytes(LE), new TreeMap<>(Map.of("b", none.bytes(LE))))));
    }

    @Test
    void chainsUpToTheLimit() throws IOException {
        assertComesBack(chain(UnitTypes.MAX_DEPTH));
        for (int length : new int[] {UnitTypes.MAX_DEPTH + 1, 20_000}) {
            assertRefused(chain(length));
            assertRefused(downwards(length));
        }
    }

    /** Each to the one before it, so that none is met before what it refers to. */
    private static BtfBuilder chain(int length) {
        BtfBuilder types = new BtfBuilder();
        int last = types.integer("int", 4, SIGNED);
        for (int i = 0; i < length; i++) {
            last = types.modifier(i % 2 == 0 ? BtfKind.PTR : BtfKind.CONST, last);
        }
        return types;
    }

    private static BtfBuilder downwards(int length) {
        BtfBuilder types = new BtfBuilder();
        for (int i = 0; i < length; i++) {
            types.pointer(types.nextId() + 1);
        }
        types.integer("int", 4, SIGNED);
        return types;
    }

    @Test
    void circlesWithoutAName() {
        BtfBuilder types = new BtfBuilder();
        types.pointer(types.nextId());
        assertRefused(types);
        BtfBuilder two = new BtfBuilder();
        two.struct("", 8, member("next", two.nextId() + 1, 0));
        two.pointer(1);
        assertRefused(two);
    }

    private static void assertRefused(BtfBuilder types) {
        PackBuilder builder = new PackBuilder();
        Raw kernel = new Raw("hostile", types.bytes(LE));
        MalformedInput refused = assertThrows(MalformedInput.class, () -> builder.add(kernel.contents()));
        assertTrue(refused.expected().startsWith("at most 400 types without names"), refused::getMessage);
    }

    @Test
    void circlesThroughNames() throws IOException {
        BtfBuilder types = new BtfBuilder();
        int pointer = types.nextId() + 1;
        types.struct("list", 8, member("next", pointer, 0));
        types.pointer(1);
        types.typedef("self", types.nextId());
        assertComesBack(types);
    }

    @Test
    void nulInATextIsRefused() {
        PackBuilder builder = new PackBuilder();
        byte[] config = "CONFIG_X=\0\n".getBytes(StandardCharsets.US_ASCII);
        builder.add(new Raw("k", null).contents(config, null));
        assertThrows(MalformedInput.class, builder::build);
    }
}
