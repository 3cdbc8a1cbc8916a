package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Where constants come from: instructions' own numbers, kernel options, read-only data, symbols of the kernel. */
final class ConstantsTest {
    static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    @Test
    void aRelocatedNumberDecides() {
        Guard.assertTrue(Guard.by(new Scene(), mov(1, 1)));
        Guard.assertFalse(Guard.by(new Scene(), mov(1, 0)));
    }

    @Test
    void aNumberOf64BitsDecides() {
        Asm.Line first = raw(0x18, 1, 0, 0, 0);
        Guard.assertTrue(Guard.by(new Scene(), first, second(1)));
        Guard.assertFalse(Guard.by(new Scene(), first, second(0)));
    }

    @Test
    void whatAProgramIsGivenIsNotKnown() {
        Guard.assertUnknown(Guard.by(new Scene(), load(8, 1, 1, 0)));
    }

    @ParameterizedTest
    @FieldSource("ORDERS")
    void anOptionOfTheKernelIsConstantInTheObjectsByteOrder(ByteOrder order) {
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        Scene scene = new Scene(order).option("CONFIG_HZ", little ? 250 : 0, 0, 0, little ? 0 : 250);
        Asm.Line wanted = jump(JEQ, 1, 250, "right");
        scene.main(
                address(1, "CONFIG_HZ"),
                second(0),
                load(4, 1, 1, 0),
                wanted,
                label("wrong"),
                exit(),
                label("right"),
                exit());
        assertEquals(Visit.NEVER, scene.at("wrong"));
        assertEquals(Visit.VISITED, scene.at("right"));
    }

    @Test
    void anOptionNobodyKnowsIsNotConstant() {
        Scene scene = new Scene().unknownOption("CONFIG_HZ");
        Guard.assertUnknown(Guard.by(scene, address(1, "CONFIG_HZ"), second(0), load(4, 1, 1, 0)));
    }

    @Test
    void beforeMapsWereFoldedNoOptionIsConstant() {
        Scene scene = new Scene().option("CONFIG_HZ", 0, 0, 0, 0).on(5, 4, 300);
        Guard.assertUnknown(Guard.by(scene, address(1, "CONFIG_HZ"), second(0), load(4, 1, 1, 0)));
    }

    @Test
    void readOnlyDataIsConstantAsCompiled() {
        Scene scene = new Scene().rodata("first", 7, 0, 0, 0).rodata("flag", 0);
        Guard.assertFalse(Guard.by(scene, address(1, "flag"), second(0), load(1, 1, 1, 0)));
    }

    @Test
    void aPresetValueTakesThePlaceOfTheCompiledOne() {
        Scene scene = new Scene().rodata("first", 7, 0, 0, 0).rodata("flag", 0).preset("flag", 1);
        Guard.assertTrue(Guard.by(scene, address(1, "flag"), second(0), load(1, 1, 1, 0)));
    }

    @Test
    void readOnlyDataIsUnknownWhereAnyValueIsPossible() {
        Scene scene = new Scene().rodata("flag", 0).anyRodata();
        Guard.assertUnknown(Guard.by(scene, address(1, "flag"), second(0), load(1, 1, 1, 0)));
    }

    @Test
    void aVariableInItsSectionIsFoundByItsOffset() {
        Scene scene = new Scene().rodata("first", 7, 0, 0, 0).rodata("second", 0, 0, 0, 0);
        Guard.assertFalse(Guard.by(scene, address(1, "first"), second(0), load(4, 1, 1, 8)));
    }

    @Test
    void pointersIntoReadOnlyDataMayBeMoved() {
        Scene scene = new Scene().rodata("table", 1, 1, 0, 1);
        Guard.assertFalse(
                Guard.by(scene, address(2, "table"), second(0), mov(3, 2), aluOf(ADD, 2, 3), load(1, 1, 2, 0)));
    }

    @Test
    void signedLoadsExtendTheSign() {
        Scene scene = new Scene().rodata("minus", 0xff, 0xff);
        scene.main(
                address(1, "minus"),
                second(0),
                loadSigned(2, 1, 1, 0),
                jump(JEQ, 1, -1, "right"),
                label("wrong"),
                exit(),
                label("right"),
                exit());
        assertEquals(Visit.NEVER, scene.at("wrong"));
    }

    @Test
    void loadsBehindTheDataAreNotKnown() {
        Scene scene = new Scene().rodata("flag", 0);
        Guard.assertUnknown(Guard.by(scene, address(1, "flag"), second(0), load(1, 1, 1, 1)));
    }

    @Test
    void dataThatMayBeWrittenIsNotConstant() {
        Scene scene = new Scene().data("flag", 0);
        Guard.assertUnknown(Guard.by(scene, address(1, "flag"), second(0), load(1, 1, 1, 0)));
    }

    @Test
    void anAddressInDataIsNotNull() {
        Scene scene = new Scene().data("flag", 0);
        Guard.assertTrue(Guard.by(scene, address(1, "flag"), second(0)));
        Scene old = new Scene().data("flag", 0).on(5, 4, 0);
        Guard.assertUnknown(Guard.by(old, address(1, "flag"), second(0)));
    }

    @Test
    void anAbsentSymbolIsNull() {
        Scene function = new Scene().kernelFunction("bpf_new", Presence.ABSENT);
        Guard.assertFalse(Guard.by(function, address(1, "bpf_new"), second(0)));
        Scene symbol = new Scene().kernelSymbol("jiffies", Presence.ABSENT);
        Guard.assertFalse(Guard.by(symbol, address(1, "jiffies"), second(0)));
    }

    @Test
    void aSymbolThatIsThereIsNotNull() {
        Scene symbol = new Scene().kernelSymbol("jiffies", Presence.PRESENT);
        Guard.assertTrue(Guard.by(symbol, address(1, "jiffies"), second(0)));
        Scene function = new Scene().kernelFunction("bpf_new", Presence.PRESENT);
        Guard.assertTrue(Guard.by(function, address(1, "bpf_new"), second(0)));
    }

    @Test
    void olderVerifiersDoNotKnowThatAFunctionIsNotNull() {
        Scene function = new Scene().kernelFunction("bpf_new", Presence.PRESENT).on(6, 1, 170);
        Guard.assertUnknown(Guard.by(function, address(1, "bpf_new"), second(0)));
    }

    @Test
    void aSymbolNobodyKnowsMayBeNull() {
        Scene symbol = new Scene().kernelSymbol("jiffies", Presence.UNKNOWN);
        Guard.assertUnknown(Guard.by(symbol, address(1, "jiffies"), second(0)));
    }
}
