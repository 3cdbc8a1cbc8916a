package dev.relogrid.engine.btf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.fixture.RandomTypes;
import dev.relogrid.fixture.Rule;
import dev.relogrid.fixture.TypeText;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any types read the same in both byte orders, and are found by their names. */
final class BtfPropertyTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Rule({31, 32})
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothOrdersReadTheSame(long seed) {
        RandomTypes random = new RandomTypes(seed, 300, "");
        assertEquals(
                TypeText.all(random.types.build(ByteOrder.LITTLE_ENDIAN)),
                TypeText.all(random.types.build(ByteOrder.BIG_ENDIAN)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyNameIsFoundOnce(long seed) {
        Btf btf = new RandomTypes(seed, 300, "___x").types.build();
        btf.buildIndex();
        for (int id = 1; id < btf.typeCount(); id++) {
            if (!btf.name(id).isEmpty()) {
                assertEquals(id, btf.nextByEssentialName(btf.kind(id), btf, btf.nameOffset(id), 0));
                assertEquals(0, btf.nextByEssentialName(btf.kind(id), btf, btf.nameOffset(id), id));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void renumberingThereAndBackIsNothing(long seed) {
        RandomTypes random = new RandomTypes(seed, 100, "");
        int count = random.types.nextId();
        int[] reversed =
                IntStream.range(0, count).map(i -> i == 0 ? 0 : count - i).toArray();
        assertEquals(
                Arrays.toString(random.types.bytes(ByteOrder.LITTLE_ENDIAN)),
                Arrays.toString(
                        random.types.renumbered(reversed).renumbered(reversed).bytes(ByteOrder.LITTLE_ENDIAN)));
    }
}
