package dev.relogrid.engine.extern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.relogrid.engine.extern.ExternResult.Status;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Which values of a kernel's configuration go into which declarations. */
final class ConfigOptionTest {

    /**
     * @param type what it is declared with
     * @param bytes the bytes in hex without the zeros that end them; or why it is an error
     */
    record Case(OptionType type, String value, String bytes) {
        @Override
        public String toString() {
            return type + " = " + value;
        }
    }

    static final List<Case> VALUES = List.of(
            new Case(OptionType.BOOL, "y", "01"),
            new Case(OptionType.BOOL, "n", ""),
            new Case(OptionType.BOOL, "m", "CONFIG_X is m, which does not fit a bool"),
            new Case(OptionType.BOOL, "1", "CONFIG_X is 1, which does not fit a bool"),
            new Case(OptionType.BOOL, "\"y\"", "CONFIG_X is \"y\", which does not fit a bool"),
            new Case(OptionType.TRISTATE, "y", "01"),
            new Case(OptionType.TRISTATE, "m", "02"),
            new Case(OptionType.TRISTATE, "n", ""),
            new Case(OptionType.TRISTATE, "2", "CONFIG_X is 2, which does not fit a tristate"),
            new Case(OptionType.TRISTATE64, "m", "02"),
            new Case(OptionType.CHAR, "m", "6d"),
            new Case(OptionType.CHAR, "127", "7f"),
            new Case(OptionType.CHAR, "-128", "80"),
            new Case(OptionType.CHAR, "128", "CONFIG_X is 128, which does not fit a char"),
            new Case(OptionType.CHAR, "\"a\"", "CONFIG_X is \"a\", which does not fit a char"),
            new Case(OptionType.U8, "255", "ff"),
            new Case(OptionType.U8, "-1", "CONFIG_X is -1, which does not fit a char"),
            new Case(OptionType.S16, "-32768", "00 80"),
            new Case(OptionType.S16, "32768", "CONFIG_X is 32768, which does not fit a signed integer of 2 bytes"),
            new Case(OptionType.U16, "0xffff", "ff ff"),
            new Case(OptionType.U16, "65536", "CONFIG_X is 65536, which does not fit an unsigned integer of 2 bytes"),
            new Case(OptionType.S32, "250", "fa"),
            new Case(OptionType.S32, "-1", "ff ff ff ff"),
            new Case(OptionType.S32, "y", "CONFIG_X is y, which does not fit a signed integer of 4 bytes"),
            new Case(
                    OptionType.S32,
                    "0x80000000",
                    "CONFIG_X is 0x80000000, which does not fit a signed integer of 4 bytes"),
            new Case(OptionType.U32, "0x80000000", "00 00 00 80"),
            new Case(OptionType.U32, "010", "08"),
            new Case(OptionType.U32, "08", "CONFIG_X is 08, which does not fit an unsigned integer of 4 bytes"),
            new Case(OptionType.U32, "12a", "CONFIG_X is 12a, which does not fit an unsigned integer of 4 bytes"),
            new Case(OptionType.U64, "18446744073709551615", "ff ff ff ff ff ff ff ff"),
            new Case(
                    OptionType.U64,
                    "18446744073709551616",
                    "CONFIG_X is 18446744073709551616, which does not fit an unsigned integer of 8 bytes"),
            new Case(OptionType.S64, "-2", "fe ff ff ff ff ff ff ff"),
            new Case(OptionType.TEXT, "\"none\"", "6e 6f 6e 65"),
            new Case(OptionType.TEXT, "\"\"", ""),
            new Case(OptionType.TEXT, "\"longer than it\"", "6c 6f 6e 67 65 72 20"),
            new Case(OptionType.TEXT, "\"open", "CONFIG_X is \"open, which does not fit an array of 8 chars"),
            new Case(OptionType.TEXT, "\"", "CONFIG_X is \", which does not fit an array of 8 chars"),
            new Case(OptionType.TEXT, "y", "CONFIG_X is y, which does not fit an array of 8 chars"),
            new Case(OptionType.TEXT, "", "CONFIG_X is empty, which does not fit an array of 8 chars"));

    private static ExternResult ask(OptionType type, boolean weak, MadeKernel kernel, ByteOrder order) {
        Declared object = new Declared();
        object.option("CONFIG_X", type.declare(object.types), weak);
        return ExternPass.run(object.build(order), kernel).getFirst();
    }

    /** Weak or not makes no difference to an option that is set. */
    @Rule(28)
    @ParameterizedTest
    @FieldSource("VALUES")
    void valuesThatFit(Case given) {
        for (boolean weak : new boolean[] {false, true}) {
            ExternResult result =
                    ask(given.type, weak, new MadeKernel().set("CONFIG_X", given.value), ByteOrder.LITTLE_ENDIAN);
            if (given.bytes.startsWith("CONFIG_X")) {
                assertEquals(Status.ERROR, result.status());
                assertEquals("kernel option CONFIG_X: " + given.bytes, result.sentence());
                assertEquals(CauseCode.KCONFIG_TYPE, obstacle(result).code());
                assertEquals(Step.CONFIG, result.stop());
            } else {
                assertEquals(Status.RESOLVED, result.status());
                assertEquals(given.bytes, hex(result.known()));
                assertEquals(given.type.size, result.known().size());
                assertEquals("", result.has());
            }
        }
    }

    private static String hex(Known known) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < known.size(); i++) {
            text.append(String.format(" %02x", known.at(i)));
        }
        return text.toString().replaceFirst("( 00)*$", "").strip();
    }

    private static Obstacle obstacle(ExternResult result) {
        Obstacle obstacle = result.obstacle();
        assertNotNull(obstacle);
        assertEquals(Stage.RELOCATE, obstacle.stage());
        assertEquals(result.extern(), obstacle.place().extern());
        return obstacle;
    }

    @Rule({28, 31})
    @Test
    void numbersAreInTheObjectsByteOrder() {
        MadeKernel kernel = new MadeKernel().set("CONFIG_X", "250");
        assertEquals(
                "00 00 00 fa",
                hex(ask(OptionType.U32, false, kernel, ByteOrder.BIG_ENDIAN).known()));
        kernel = new MadeKernel().set("CONFIG_X", "m");
        assertEquals(
                "00 00 00 02",
                hex(ask(OptionType.TRISTATE64, false, kernel, ByteOrder.BIG_ENDIAN)
                        .known()));
    }

    @Rule(28)
    @ParameterizedTest
    @EnumSource(OptionType.class)
    void anAbsentOptionIsZeroWhereItIsWeak(OptionType type) {
        ExternResult weak = ask(type, true, new MadeKernel(), ByteOrder.LITTLE_ENDIAN);
        assertEquals(Status.WEAK_ZERO, weak.status());
        assertEquals("", hex(weak.known()));
        assertEquals(type.size, weak.known().size());
        assertEquals("CONFIG_X is not set", weak.has());
        assertNull(weak.obstacle());
        ExternResult strong = ask(type, false, new MadeKernel(), ByteOrder.LITTLE_ENDIAN);
        assertEquals(Status.UNRESOLVED, strong.status());
        assertEquals(Step.STRONG, strong.stop());
        assertEquals(CauseCode.KCONFIG_MISSING, obstacle(strong).code());
        assertEquals("kernel option CONFIG_X: CONFIG_X is not set", strong.sentence());
    }

    @Test
    void ofAnUnknownConfigurationNothingIsSaid() {
        for (boolean weak : new boolean[] {false, true}) {
            ExternResult result =
                    ask(OptionType.S32, weak, new MadeKernel().ofUnknownConfig(), ByteOrder.LITTLE_ENDIAN);
            assertEquals(Status.UNKNOWN, result.status());
            assertEquals(Known.UNKNOWN, result.known());
            assertEquals(CauseCode.KCONFIG_UNKNOWN, obstacle(result).code());
            assertEquals(Obstacle.Level.UNKNOWN, obstacle(result).level());
        }
    }

    /** A declaration of a billion chars is a few bytes in the object, and must be no more here. */
    @Test
    void aLargeDeclarationTakesNoMemory() {
        Declared object = new Declared();
        int chars = object.types.integer("char", 1, 0);
        object.option("CONFIG_X", object.types.array(chars, object.number, 1 << 30), true);
        object.option("CONFIG_Y", object.types.array(chars, object.number, 1 << 30), true);
        List<ExternResult> results = ExternPass.run(object.build(), new MadeKernel().set("CONFIG_X", "\"a\""));
        assertEquals('a', results.getFirst().known().at(0));
        assertEquals(1 << 30, results.getLast().known().size());
        assertEquals(0, results.getLast().known().at((1 << 30) - 1));
    }
}
