package dev.relogrid.engine.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.engine.core.ReloValue.MemorySize;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instructions before and after a value is written into them. */
final class InsnPatcherTest {
    private static final int MOV64_K = 0xb7;
    private static final int MOV32_K = 0xb4;
    private static final int ADD64_K = 0x07;
    private static final int MOV64_X = 0xbf;
    private static final int LDX_W = 0x61;
    private static final int ST_DW = 0x7a;
    private static final int STX_H = 0x6b;
    private static final int JEQ_K = 0x15;
    private static final Insn SECOND = new Insn(0, 0, 0, 0, 0);

    private static ReloValue value(long original, long value) {
        return new ReloValue(original, value, false, true, MemorySize.NONE);
    }

    private static ReloValue unchecked(long value) {
        return new ReloValue(99, value, false, false, MemorySize.NONE);
    }

    private static Patch patch(Insn insn, ReloValue value) {
        return InsnPatcher.patch(insn.isLdimm64() ? List.of(insn, SECOND) : List.of(insn), value);
    }

    /** With {@code after} null the patch is refused with {@code errno}. */
    record Case(String name, Insn before, ReloValue value, int errno, int off, int imm) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case imm(String name, int code, int held, ReloValue value, int imm) {
        return new Case(name, new Insn(code, 1, 0, 0, held), value, 0, 0, imm);
    }

    private static Case off(String name, int code, int held, ReloValue value, int off) {
        return new Case(name, new Insn(code, 1, 2, held, 0), value, 0, off, 0);
    }

    private static Case refused(String name, Insn before, ReloValue value, int errno) {
        return new Case(name, before, value, errno, 0, 0);
    }

    static final List<Case> CASES = List.of(
            imm("mov64", MOV64_K, 8, value(8, 16), 16),
            imm("mov32", MOV32_K, 8, value(8, 16), 16),
            imm("add", ADD64_K, 8, value(8, 16), 16),
            imm("unchecked", MOV64_K, 8, unchecked(16), 16),
            imm("new value is cut to 32 bits", MOV64_K, 8, value(8, 0x1_0000_0010L), 16),
            imm("held value is sign-extended", MOV64_K, -1, value(-1, 5), 5),
            off("load", LDX_W, 8, value(8, 16), 16),
            off("store of a number", ST_DW, 8, value(8, 16), 16),
            off("store of a register", STX_H, 8, value(8, 32767), 32767),
            refused("held value is not zero-extended", new Insn(MOV64_K, 1, 0, 0, -1), value(0xffff_ffffL, 5), 22),
            refused("unexpected immediate", new Insn(MOV64_K, 1, 0, 0, 9), value(8, 16), 22),
            refused("operand in a register", new Insn(MOV64_X, 1, 2, 0, 8), value(8, 16), 22),
            refused("unexpected offset", new Insn(LDX_W, 1, 2, 9, 0), value(8, 16), 22),
            refused("negative offset held", new Insn(LDX_W, 1, 2, -8, 0), value(0xfff8, 16), 22),
            refused("new offset above 32767", new Insn(LDX_W, 1, 2, 8, 0), value(8, 32768), Errno.ERANGE),
            refused("jump", new Insn(JEQ_K, 1, 0, 2, 8), value(8, 16), 22),
            refused("call", new Insn(Insn.CALL, 0, 0, 0, 8), value(8, 16), 22),
            refused("packet load", new Insn(0x28, 0, 0, 0, 8), value(8, 16), 22),
            refused("64-bit load of a map", new Insn(Insn.LDIMM64, 1, 1, 0, 8), value(8, 16), 22),
            refused("64-bit load with an offset", new Insn(Insn.LDIMM64, 1, 0, 1, 8), value(8, 16), 22),
            refused("unexpected 64-bit number", new Insn(Insn.LDIMM64, 1, 0, 0, 9), value(8, 16), 22));

    @Rule(23)
    @ParameterizedTest
    @FieldSource("CASES")
    void byClassOfTheInstruction(Case c) {
        Patch patch = patch(c.before, c.value);
        assertEquals(c.errno, patch.errno());
        assertEquals(c.errno == 0 ? Patch.Outcome.PATCHED : Patch.Outcome.REFUSED, patch.outcome());
        if (c.errno == 0) {
            Insn expected = new Insn(c.before.code(), c.before.dst(), c.before.src(), c.off, c.imm);
            assertEquals(List.of(expected), patch.after());
        }
    }

    @Rule(23)
    @Test
    void wideLoadTakesAll64Bits() {
        List<Insn> before = List.of(new Insn(Insn.LDIMM64, 1, 0, 0, 0x8000_0000), new Insn(0, 0, 0, 0, 7));
        Patch patch = InsnPatcher.patch(before, value(0x7_8000_0000L, 0x1234_5678_9abc_def0L));
        assertEquals(0x9abc_def0, patch.after().getFirst().imm());
        assertEquals(0x1234_5678, patch.after().getLast().imm());
    }

    @Rule(23)
    @Test
    void wideLoadNeedsACleanSecondSlot() {
        Insn first = new Insn(Insn.LDIMM64, 1, 0, 0, 8);
        for (Insn second : List.of(
                new Insn(MOV64_K, 0, 0, 0, 0),
                new Insn(0, 1, 0, 0, 0),
                new Insn(0, 0, 1, 0, 0),
                new Insn(0, 0, 0, 1, 0))) {
            assertEquals(
                    Errno.EINVAL,
                    InsnPatcher.patch(List.of(first, second), value(8, 16)).errno());
        }
        assertEquals(
                Errno.EINVAL, InsnPatcher.patch(List.of(first), value(8, 16)).errno());
    }

    @Rule(23)
    @Test
    void rangeIsCheckedBeforeTheSize() {
        ReloValue far = new ReloValue(8, 40000, false, true, new MemorySize(4, 8, true));
        assertEquals(Errno.ERANGE, patch(new Insn(LDX_W, 1, 2, 8, 0), far).errno());
    }

    @Rule({23, 25})
    @ParameterizedTest
    @ValueSource(ints = {MOV64_K, MOV64_X, LDX_W, JEQ_K, Insn.CALL})
    void poisonComesBeforeAnyCheck(int code) {
        Patch patch = patch(new Insn(code, 1, 2, 3, 4), new ReloValue(8, 0, true, true, MemorySize.NONE));
        assertEquals(Patch.Outcome.POISONED, patch.outcome());
        assertEquals("850000001023ad0b", patch.after().getFirst().hex());
        assertEquals(1, patch.after().size());
        assertTrue(InsnPatcher.isPoison(patch.after().getFirst()));
    }

    @Rule(25)
    @Test
    void wideLoadIsPoisonedInBothSlots() {
        Patch patch = patch(new Insn(Insn.LDIMM64, 1, 0, 0, 4), new ReloValue(8, 0, true, true, MemorySize.NONE));
        assertEquals(2, patch.after().size());
        assertTrue(patch.after().stream().allMatch(InsnPatcher::isPoison));
        assertEquals(195896080, patch.after().getFirst().imm());
    }

    @Rule(25)
    @Test
    void poisonInABigEndianObject() {
        Patch patch = patch(new Insn(LDX_W, 1, 2, 3, 4), new ReloValue(8, 0, true, true, MemorySize.NONE));
        assertEquals(
                "850000000bad2310",
                HexFormat.of().formatHex(patch.after().getFirst().encode(ByteOrder.BIG_ENDIAN)));
    }

    @Rule(25)
    @Test
    void otherPoisonsAreNotRelocations() {
        assertFalse(InsnPatcher.isPoison(new Insn(Insn.CALL, 0, 0, 0, 2001000000)));
        assertFalse(InsnPatcher.isPoison(new Insn(Insn.CALL, 0, 0, 0, 2002000000)));
        assertFalse(InsnPatcher.isPoison(new Insn(Insn.CALL, 0, 2, 0, InsnPatcher.POISON_IMM)));
    }

    /** Everything else libbpf rewrites after CO-RE (maps, ksyms, calls) is none of the patcher's business. */
    @Rule(26)
    @Test
    void onlyTheValueChanges() {
        Insn load = new Insn(LDX_W, 5, 6, 8, 77);
        assertEquals(
                new Insn(LDX_W, 5, 6, 16, 77), patch(load, value(8, 16)).after().getFirst());
        Insn add = new Insn(ADD64_K, 5, 0, 3, 8);
        assertEquals(
                new Insn(ADD64_K, 5, 0, 3, 16), patch(add, value(8, 16)).after().getFirst());
        Insn wide = new Insn(Insn.LDIMM64, 5, 0, 0, 8);
        assertEquals(
                List.of(new Insn(Insn.LDIMM64, 5, 0, 0, 16), SECOND),
                patch(wide, value(8, 16)).after());
        assertEquals(List.of(load), patch(load, value(9, 16)).after());
    }
}
