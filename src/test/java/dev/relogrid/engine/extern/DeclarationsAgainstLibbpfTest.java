package dev.relogrid.engine.extern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import dev.relogrid.fixture.ExternComparison;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RandomTypes;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Variables and functions declared with types made by chance, in kernels whose types have changed by chance: we and libbpf
 * say the same about every one, and stop at the same. The seed is in the message.
 */
final class DeclarationsAgainstLibbpfTest {
    private static final int SEEDS = Integer.getInteger("relogrid.seeds", 100);
    private static final int OBJECTS = 12;
    private static final int MOST_EXTERNS = 6;
    private static final int TYPES = 60;
    private static final Path SCRATCH = Path.of("target/random-declarations");
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

    @BeforeAll
    static void oracleIsThere() throws Exception {
        Oracle.require();
        Files.createDirectories(SCRATCH);
    }

    /** One declared thing, in ids that object and kernel share until the kernel's change. */
    private record Thing(String name, boolean function, int returned, List<Integer> parameters) {

        static Thing random(Random random, int number) {
            List<Integer> parameters = new ArrayList<>();
            for (int left = random.nextInt(3); left > 0; left--) {
                parameters.add(1 + random.nextInt(TYPES - 1));
            }
            boolean function = random.nextInt(3) > 0;
            String flavour = random.nextInt(6) == 0 ? "___v2" : "";
            return new Thing("thing" + number + flavour, function, random.nextInt(TYPES), parameters);
        }

        /** The same with one change, or none. */
        Thing changed(Random random) {
            List<Integer> others = new ArrayList<>(parameters);
            int change = random.nextInt(6);
            if (change == 0 && !others.isEmpty()) {
                others.set(random.nextInt(others.size()), 1 + random.nextInt(TYPES - 1));
            } else if (change == 1 && others.isEmpty()) {
                others.add(1);
            } else if (change == 1) {
                others.clear();
            }
            String known = random.nextInt(3) > 0 ? name.replace("___v2", "") : name;
            return new Thing(known, function, change == 2 ? random.nextInt(TYPES) : returned, others);
        }

        int prototype(BtfBuilder types) {
            return types.prototype(
                    returned,
                    parameters.stream().map(id -> new Parameter("p", id)).toArray(Parameter[]::new));
        }

        void declare(Declared object, boolean weak) {
            if (function) {
                object.function(name, prototype(object.types), weak);
            } else {
                object.variableOf(name, returned, weak);
            }
        }

        void define(BtfBuilder types) {
            if (function) {
                types.function(name, prototype(types), 1);
            } else {
                types.variable(name, returned, 1);
            }
        }
    }

    private static BtfBuilder types(long seed) {
        return new RandomTypes(seed, TYPES, "").types;
    }

    @Rule({1, 3, 21, 27, 29})
    @Test
    void everyDeclarationEndsTheSame() throws Exception {
        ExternComparison comparison = new ExternComparison();
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, comparison);
        }
        System.out.println("random declarations: " + comparison.summary());
        assertEquals(List.of(), comparison.differences().stream().limit(5).toList());
        Map<String, Integer> ends = comparison.ends();
        for (String end : List.of(
                "ksym-typed error",
                "ksym-typed resolved",
                "kfunc error",
                "kfunc weak-zero",
                "kfunc not-tried",
                "ksym-untyped resolved",
                "ksym-untyped unresolved",
                "ksym-untyped error")) {
            assertTrue(ends.getOrDefault(end, 0) > SEEDS / 10, () -> "too few of " + end + ": " + ends);
        }
    }

    private static void compare(long seed, ExternComparison comparison) throws Exception {
        Random random = new Random(seed);
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            things.add(Thing.random(random, i));
        }
        MadeKernel kernel = kernel(seed, random, things);
        List<String> files = files(kernel, things);
        List<BpfObject> objects = new ArrayList<>();
        List<List<String>> questions = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            byte[] object = object(seed, random, things);
            objects.add(Declared.parse(object));
            List<String> words = new ArrayList<>(
                    List.of("--kallsyms", SCRATCH.resolve("kallsyms").toString()));
            words.add(Files.write(SCRATCH.resolve("object" + i + ".o"), object).toString());
            words.addAll(files);
            questions.add(words);
        }
        Oracle.ask(
                Path.of(files.getFirst()),
                questions,
                (i, answer) -> comparison.compare("seed " + seed + " object " + i, objects.get(i), kernel, answer));
    }

    /** What changed is in vmlinux or in one of two modules, or not there; some symbols are there twice. */
    private static MadeKernel kernel(long seed, Random random, List<Thing> things) {
        MadeKernel kernel = new MadeKernel(types(seed).mutated(new Random(seed), (int) seed % 10));
        List<Thing> ofModules = new ArrayList<>();
        for (Thing thing : things) {
            switch (random.nextInt(5)) {
                case 0 -> ofModules.add(thing.changed(random));
                case 1 -> kernel.symbol(thing.name, "t".repeat(random.nextInt(3)));
                default -> {
                    thing.changed(random).define(kernel.types);
                    kernel.symbol(thing.name, "d");
                }
            }
        }
        BtfBuilder first = kernel.module();
        BtfBuilder second = kernel.module();
        for (Thing thing : ofModules) {
            thing.define(random.nextBoolean() ? first : second);
            thing.changed(random).define(second);
        }
        return kernel;
    }

    private static List<String> files(MadeKernel kernel, List<Thing> things) throws Exception {
        StringBuilder symbols = new StringBuilder("ffffffff81000000 T _text\n");
        int address = 1;
        // libbpf stops at the second line of a name, and which lines it has read by then nobody can say of a real
        // kernel
        Comparator<Thing> order = Comparator.comparingInt(
                        (Thing thing) -> kernel.letters(thing.name).length())
                .thenComparing(Thing::name);
        for (Thing thing : things.stream().sorted(order).toList()) {
            for (char letter : kernel.letters(thing.name).toCharArray()) {
                symbols.append("ffffffff8200")
                        .append(String.format("%04x", address++))
                        .append(' ');
                symbols.append(letter).append(' ').append(thing.name).append('\n');
            }
        }
        Files.writeString(SCRATCH.resolve("kallsyms"), symbols);
        List<String> files = new ArrayList<>();
        files.add(Files.write(SCRATCH.resolve("vmlinux.btf"), kernel.types.bytes(LE))
                .toString());
        for (int i = 0; i < 2; i++) {
            files.add(Files.write(SCRATCH.resolve("module" + i + ".btf"), kernel.moduleBytes(i, LE))
                    .toString());
        }
        return files;
    }

    /** Up to six of the things, strong and weak, one or none of them without its type. */
    private static byte[] object(long seed, Random random, List<Thing> things) {
        Declared object = new Declared(types(seed), 1);
        List<Thing> some = random.ints(1 + random.nextInt(MOST_EXTERNS), 0, things.size())
                .distinct()
                .mapToObj(things::get)
                .collect(Collectors.toList());
        if (random.nextInt(4) == 0) {
            object.symbol(some.removeFirst().name, random.nextBoolean());
        }
        for (Thing thing : some) {
            thing.declare(object, random.nextInt(3) > 0);
        }
        return object.bytes(LE);
    }
}
