package dev.relogrid.engine.btf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A flavour begins at the last run of exactly three underscores with something else on both sides. */
final class EssentialNameTest {

    record Case(String name, String essential) {}

    static final List<Case> CASES = List.of(
            new Case("task_struct", "task_struct"),
            new Case("task_struct___old", "task_struct"),
            new Case("a___b___c", "a___b"),
            new Case("a___b", "a"),
            new Case("x___1", "x"),
            new Case("n____m", "n____m"),
            new Case("n__m", "n__m"),
            new Case("____q", "____q"),
            new Case("___u", "___u"),
            new Case("t___", "t___"),
            new Case("t___u___", "t"),
            new Case("t___u____v", "t"),
            new Case("_t___u", "_t"),
            new Case("t____u___v", "t____u"),
            new Case("___", "___"),
            new Case("", ""),
            new Case("a", "a"),
            new Case("_____a", "_____a"));

    @Rule(1)
    @ParameterizedTest
    @FieldSource("CASES")
    void isCutAtTheLastFlavour(Case c) {
        assertEquals(c.essential, EssentialName.of(c.name));
    }

    @Rule(1)
    @ParameterizedTest
    @FieldSource("CASES")
    void isTheSameInBytes(Case c) {
        Bytes strings =
                Bytes.of("strings", ("x\0" + c.name + "\0").getBytes(StandardCharsets.US_ASCII), ByteOrder.BIG_ENDIAN);
        assertEquals(c.essential.length(), EssentialName.length(strings, 2));
    }

    /** Around the length that a hash of the first bytes would look at. */
    @Rule(1)
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void flavoursHashLikeThePlainName(int length) {
        String plain = "abcdefghijklm".substring(0, length);
        for (String flavour : List.of("___x", "___old_1", "___a__b", "___z")) {
            assertEquals(hash(plain), hash(plain + flavour), plain + flavour);
        }
        assertNotEquals(hash("x" + plain), hash(plain));
    }

    private static int hash(String name) {
        byte[] bytes = ("before\0" + name + "\0after").getBytes(StandardCharsets.US_ASCII);
        int little = EssentialName.hash(Bytes.of("strings", bytes, ByteOrder.LITTLE_ENDIAN), 7);
        assertEquals(little, EssentialName.hash(Bytes.of("strings", bytes, ByteOrder.BIG_ENDIAN), 7));
        return little;
    }
}
