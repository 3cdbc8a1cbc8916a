package dev.relogrid.engine.btf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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

    @Rule(1)
    @ParameterizedTest
    @FieldSource("CASES")
    void hashIsThatOfTheEssentialPart(Case c) {
        Bytes strings =
                Bytes.of("strings", (c.name + "\0").getBytes(StandardCharsets.US_ASCII), ByteOrder.LITTLE_ENDIAN);
        assertEquals(c.essential.hashCode(), EssentialName.hash(strings, 0));
    }
}
