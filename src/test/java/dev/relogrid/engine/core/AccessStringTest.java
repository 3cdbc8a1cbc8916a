package dev.relogrid.engine.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.relogrid.fixture.Rule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimal numbers with colons between, as {@code sscanf("%d")} reads them. */
final class AccessStringTest {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(String text, List<Integer> indices) {
        @Override
        public String toString() {
            return "'" + text + "'";
        }
    }

    static final List<Case> READ = List.of(
            new Case("0", List.of(0)),
            new Case("0:1:2", List.of(0, 1, 2)),
            new Case("00:007", List.of(0, 7)),
            new Case(" 0: 1:\t2", List.of(0, 1, 2)),
            new Case("+3:4", List.of(3, 4)),
            new Case("-0:1", List.of(0, 1)),
            new Case("2147483647", List.of(Integer.MAX_VALUE)),
            new Case("1 2", List.of(1, 2)));

    @Rule(7)
    @ParameterizedTest
    @FieldSource("READ")
    void readsWhatScanfReads(Case c) {
        int[] indices = AccessString.parse(c.text);
        assertNotNull(indices);
        assertEquals(c.indices, Arrays.stream(indices).boxed().toList());
    }

    @Rule(7)
    @ParameterizedTest
    @ValueSource(strings = {"", ":", ":0", "0:", "0::1", "a", "0:a", "0x1", "0:1,", "0: ", "-", "+"})
    void refusesTheRest(String text) {
        assertNull(AccessString.parse(text));
    }

    /** libbpf 1.7.0 crashes on the first of these; those after it refuse them all. */
    @Rule(7)
    @ParameterizedTest
    @ValueSource(strings = {"0:-1", "-1:0", "-1", "0:2147483648"})
    void refusesNegativeIndices(String text) {
        assertNull(AccessString.parse(text));
    }

    @Rule(7)
    @Test
    void showsThatThereIsOneTooMany() {
        int[] indices = AccessString.parse("0" + ":0".repeat(200));
        assertNotNull(indices);
        assertEquals(65, indices.length);
    }
}
