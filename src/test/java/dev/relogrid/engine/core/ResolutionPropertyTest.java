package dev.relogrid.engine.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.RandomRelocations;
import dev.relogrid.fixture.RandomTypes;
import dev.relogrid.fixture.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any types: the seed in a test's name is all it takes to see the case again. */
final class ResolutionPropertyTest {
    private static final int TYPES = 120;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static List<Resolution> resolve(BtfBuilder local, List<CoreRelo> relos, Btf target) {
        Btf types = local.build().withPointerSize(8);
        CoreResolver resolver = new CoreResolver(types, new NamedBtf("vmlinux", target), List::of);
        return relos.stream()
                .map(relo -> resolver.resolve(relo, SpecParser.parse(types, relo)))
                .toList();
    }

    private static List<ReloValue> values(List<Resolution> resolutions) {
        return resolutions.stream().map(Scene::value).toList();
    }

    private static String specs(List<Resolution> resolutions) {
        StringBuilder text = new StringBuilder();
        for (Resolution resolution : resolutions) {
            String target = Scene.target(resolution);
            text.append(target.substring(target.indexOf(' '))).append('\n');
        }
        return text.toString();
    }

    @Rule({4, 8, 9, 10, 18, 21, 22})
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingResolvesToItself(long seed) {
        RandomTypes random = new RandomTypes(seed, TYPES, "");
        List<CoreRelo> relos = RandomRelocations.of(random, seed);
        List<Resolution> answers = resolve(random.types, relos, random.types.build());
        assertTrue(answers.size() > 100, "enough relocations: " + answers.size());
        for (int i = 0; i < answers.size(); i++) {
            Resolution answer = answers.get(i);
            ReloValue value = Scene.value(answer);
            assertEquals(value.original(), value.value());
            assertEquals(value.memory().original(), value.memory().value());
            assertEquals(1, answer.matches());
            AccessSpec local = Objects.requireNonNull(answer.local());
            String raw = local.kind().isTypeBased() ? "" : local.rawText();
            assertEquals("[" + relos.get(i).typeId() + "] " + raw, Scene.target(answer));
        }
    }

    @Rule(1)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flavourOfTheLocalRootChangesNothing(long seed) {
        RandomTypes plain = new RandomTypes(seed, TYPES, "");
        RandomTypes flavoured = new RandomTypes(seed, TYPES, "___mine");
        List<CoreRelo> relos = RandomRelocations.of(plain, seed);
        List<CoreRelo> same = RandomRelocations.of(flavoured, seed);
        Btf kernel = plain.types.build();
        List<Resolution> expected = resolve(plain.types, relos, kernel);
        List<Resolution> actual = resolve(flavoured.types, same, kernel);
        assertEquals(values(expected), values(actual));
        assertEquals(specs(expected), specs(actual));
    }

    @Rule(2)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderOfTheTargetTypesChangesIdsOnly(long seed) {
        RandomTypes random = new RandomTypes(seed, TYPES, "");
        List<CoreRelo> relos = RandomRelocations.of(random, seed);
        relos.removeIf(relo -> relo.kind() == ReloKind.TYPE_ID_TARGET.ordinal());
        List<Resolution> expected = resolve(random.types, relos, random.types.build());
        Btf shuffled = random.types
                .renumbered(permutation(random.types.nextId(), seed))
                .build();
        List<Resolution> actual = resolve(random.types, relos, shuffled);
        assertEquals(values(expected), values(actual));
        assertEquals(specs(expected), specs(actual));
    }

    private static int[] permutation(int count, long seed) {
        List<Integer> ids = new ArrayList<>(IntStream.range(1, count).boxed().toList());
        Collections.shuffle(ids, new Random(seed));
        ids.addFirst(0);
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }
}
