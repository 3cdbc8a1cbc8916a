package dev.relogrid.engine.verdict;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** All relocations of an object in turn, as libbpf goes through them, and past the first failure. */
final class RelocationPassTest {
    private static final int EXISTS = ReloKind.FIELD_EXISTS.ordinal();
    private static final int OFFSET = ReloKind.FIELD_BYTE_OFFSET.ordinal();
    private static final Insn ONE = new Insn(0xb7, 1, 0, 0, 1);
    private static final Insn LOAD_Y = new Insn(0x61, 1, 2, 4, 0);
    static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private record OneKernel(String id, Btf vmlinux) implements Kernel {
        @Override
        public List<NamedBtf> modules() {
            return List.of();
        }
    }

    private final ObjectBuilder object = new ObjectBuilder();
    private final BtfBuilder target = new BtfBuilder();
    private final int foo = localTypes();

    /** Two targets of the same name: y is at 4 in the one with only_a, at 8 in the other. */
    private int localTypes() {
        int number = object.types.integer("int", 4, SIGNED);
        target.integer("int", 4, SIGNED);
        target.struct("foo", 8, member("only_a", 1, 0), member("y", 1, 4));
        target.struct("foo", 12, member("only_b", 1, 0), member("y", 1, 8));
        return object.types.struct("foo", 8, member("only_a", number, 0), member("y", number, 4));
    }

    private List<RelocationResult> run(BpfObject parsed) {
        return RelocationPass.run(ObjectSpecs.of(parsed), new OneKernel("k", target.build()));
    }

    private List<String> statuses() {
        return run(object.build()).stream()
                .map(result -> result.status().word() + (result.why().isEmpty() ? "" : ": " + result.why()))
                .toList();
    }

    @Rule({4, 5})
    @Test
    void programsThatAreOffNarrowNothing() {
        object.program("?a", "off", ONE).program("b", "on", LOAD_Y);
        object.ext.relo("?a", 0, foo, "0:0", EXISTS).relo("b", 0, foo, "0:1", OFFSET);
        assertEquals(
                List.of(
                        "skipped: program 'off' is not loaded by default",
                        "error: struct foo of vmlinux gives 4 and another struct foo of vmlinux gives 8"),
                statuses());
    }

    @Rule(4)
    @Test
    void oneProgramNarrowsForTheNext() {
        object.program("a", "first", ONE).program("b", "second", LOAD_Y);
        object.ext.relo("a", 0, foo, "0:0", EXISTS).relo("b", 0, foo, "0:1", OFFSET);
        assertEquals(List.of("ok", "ok"), statuses());
    }

    @Rule(5)
    @Test
    void codeOfNoProgramIsPassedOver() {
        object.function("a", "", 1, ONE).program("a", "kept", ONE);
        object.ext.relo("a", 0, foo, "0:0", EXISTS).relo("a", 8, foo, "0:0", EXISTS);
        assertEquals(List.of("skipped: its instruction belongs to no program", "ok"), statuses());
    }

    @Rule(30)
    @Test
    void offsetOfNoInstructionEndsItForAll() {
        object.program("a", "pa", ONE, ONE);
        object.ext
                .relo("a", 0, foo, "0:0", EXISTS)
                .relo("a", 4, foo, "0:0", EXISTS)
                .relo("a", 8, foo, "0:0", EXISTS);
        String why = "skipped: offset 4 is no instruction";
        assertEquals(List.of("ok", why, why), statuses());
    }

    @Rule(30)
    @Test
    void sectionWithoutANameEndsItForAll() {
        object.program("a", "pa", ONE, ONE);
        object.ext.relo("", 0, foo, "0:0", EXISTS).relo("a", 0, foo, "0:0", EXISTS);
        String why = "skipped: its section of .BTF.ext has no name";
        assertEquals(List.of(why, why), statuses());
    }

    @Rule(30)
    @Test
    void damagedRecordFailsOnItsOwn() {
        object.program("a", "pa", ONE, ONE, ONE, ONE);
        object.ext.relo("a", 0, foo, "0:0", 13).relo("a", 8, 99, "0:0", EXISTS);
        object.ext.relo("a", 16, foo, ":", EXISTS).relo("a", 24, foo, "0:0", EXISTS);
        assertEquals(
                List.of("error", "error", "error", "ok"),
                statuses().stream().map(text -> text.split(":", 2)[0]).toList());
    }

    @Rule({6, 23})
    @Test
    void stageOfAFailure() {
        int anonymous = object.types.struct("", 4, member("x", 1, 0));
        object.program("a", "pa", ONE, new Insn(0x95, 0, 0, 0, 0), ONE);
        object.ext.relo("a", 0, anonymous, "0:0", EXISTS).relo("a", 8, foo, "0:0", EXISTS);
        object.ext.relo("a", 16, foo, "0:9", EXISTS);
        assertEquals(
                List.of("SEARCH 22", "PATCH 22", "RESOLVE 22"),
                run(object.build()).stream()
                        .map(r -> r.stage() + " " + r.errno())
                        .toList());
    }

    /** Two records on one instruction: the second finds what the first has written. */
    @Rule(23)
    @Test
    void recordsOnOneInstructionFollowEachOther() {
        target.struct("big", 16, member("x", 1, 8));
        int big = object.types.struct("big", 8, member("x", 1, 4));
        object.program("a", "pa", LOAD_Y);
        object.ext.relo("a", 0, big, "0:0", OFFSET).relo("a", 0, big, "0:0", OFFSET);
        assertEquals(List.of("ok", "error: the instruction holds 8 where the object's own types say 4"), statuses());
    }

    @Rule({26, 31})
    @ParameterizedTest
    @FieldSource("ORDERS")
    void onlyTheRelocatedInstructionChangesInTheFile(ByteOrder order) {
        target.struct("big", 16, member("x", 1, 8));
        int big = object.types.struct("big", 8, member("x", 1, 4));
        object.program("a", "pa", ONE, LOAD_Y, ObjectBuilder.EXIT);
        object.ext.relo("a", 8, big, "0:0", OFFSET);
        BpfObject parsed = object.build(order);
        byte[] before = parsed.elf().file().toArray();
        byte[] after = PatchedObject.bytes(parsed, run(parsed));
        int at = (int) parsed.elf().sections().get(1).offset() + 8;
        System.arraycopy(new Insn(0x61, 1, 2, 8, 0).encode(order), 0, before, at, 8);
        assertArrayEquals(before, after);
    }
}
