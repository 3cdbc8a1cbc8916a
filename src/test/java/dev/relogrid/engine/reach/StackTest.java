package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;

import org.junit.jupiter.api.Test;

/** Constants on the stack: spilled, filled, overwritten, handed away. */
final class StackTest {
    private static Scene old() {
        return new Scene().on(5, 10, 100);
    }

    @Test
    void aSpilledConstantIsFilledAgain() {
        Guard.assertTrue(Guard.by(mov(2, 1), store(8, 10, -8, 2), mov(1, 0), load(8, 1, 10, -8)));
        Guard.assertTrue(Guard.by(old(), mov(2, 1), store(8, 10, -8, 2), mov(1, 0), load(8, 1, 10, -8)));
    }

    @Test
    void aSpilledPointerIsFilledAgain() {
        Scene scene = new Scene().rodata("flag", 0);
        Guard.assertFalse(Guard.by(
                scene, address(2, "flag"), second(0), store(8, 10, -16, 2), load(8, 3, 10, -16), load(1, 1, 3, 0)));
    }

    @Test
    void spillsOfLessThan8BytesAreFollowedByNewerVerifiers() {
        Asm.Line[] code = {mov(2, 1), store(4, 10, -8, 2), load(4, 1, 10, -8)};
        Guard.assertTrue(Guard.by(new Scene().on(6, 1, 0), code));
        Guard.assertTrue(Guard.by(new Scene().on(5, 10, 178), code));
        Guard.assertUnknown(Guard.by(old(), code));
    }

    @Test
    void spillsThatStartInsideASlotAreNotFollowed() {
        Guard.assertUnknown(Guard.by(mov(2, 1), store(4, 10, -4, 2), load(4, 1, 10, -4)));
    }

    @Test
    void partOfASpillIsFollowedByNewerVerifiers() {
        Asm.Line[] code = {mov(2, 1), store(8, 10, -8, 2), load(4, 1, 10, -8)};
        Guard.assertTrue(Guard.by(new Scene().on(6, 12, 0), code));
        Guard.assertUnknown(Guard.by(new Scene().on(6, 1, 170), code));
    }

    @Test
    void numbersStoredAtOnceAreFollowedByNewerVerifiers() {
        Asm.Line[] code = {storeNumber(8, 10, -8, 1), load(8, 1, 10, -8)};
        Guard.assertTrue(Guard.by(new Scene(), code));
        Guard.assertTrue(Guard.by(new Scene().on(6, 1, 37), code));
        Guard.assertUnknown(Guard.by(new Scene().on(6, 1, 36), code));
        Asm.Line[] zero = {storeNumber(8, 10, -8, 0), load(8, 1, 10, -8)};
        Guard.assertFalse(Guard.by(new Scene(), zero));
        Guard.assertUnknown(Guard.by(new Scene().on(5, 10, 190), zero));
    }

    @Test
    void spilledZerosAreZeroInEveryPart() {
        Asm.Line[] code = {mov(2, 0), store(8, 10, -8, 2), load(1, 1, 10, -3)};
        Guard.assertFalse(Guard.by(new Scene(), code));
        Guard.assertFalse(Guard.by(old(), code));
    }

    @Test
    void whatIsOverwrittenInPartIsForgotten() {
        Guard.assertUnknown(
                Guard.by(load(8, 3, 1, 0), mov(2, 1), store(8, 10, -8, 2), store(1, 10, -5, 3), load(8, 1, 10, -8)));
    }

    @Test
    void neighboursAreNotOverwritten() {
        Guard.assertTrue(
                Guard.by(load(8, 3, 1, 0), mov(2, 1), store(8, 10, -16, 2), store(8, 10, -8, 3), load(8, 1, 10, -16)));
    }

    @Test
    void aWriteAtAnUnknownPlaceForgetsTheFrame() {
        Guard.assertUnknown(Guard.by(
                load(1, 3, 1, 0),
                mov(2, 1),
                store(8, 10, -8, 2),
                copy(4, 10),
                aluOf(ADD, 4, 3),
                store(1, 4, -300, 3),
                load(8, 1, 10, -8)));
    }

    @Test
    void aPointerMovedByAConstantIsFollowed() {
        Guard.assertTrue(Guard.by(
                mov(2, 1),
                copy(4, 10),
                alu(ADD, 4, -16),
                store(8, 4, 8, 2),
                mov(5, 8),
                aluOf(ADD, 4, 5),
                load(8, 1, 4, 0)));
    }

    @Test
    void anAtomicOperationIsForgotten() {
        Asm.Line add = raw(0xdb, 10, 2, -8, 0);
        Guard.assertUnknown(Guard.by(mov(2, 1), store(8, 10, -8, 2), add, load(8, 1, 10, -8)));
        Asm.Line exchange = raw(0xdb, 10, 1, -8, 0xe1);
        Guard.assertUnknown(Guard.by(mov(1, 1), store(8, 10, -8, 1), exchange));
        Asm.Line exchangeIf = raw(0xdb, 10, 2, -8, 0xf1);
        Guard.assertUnknown(Guard.by(mov(0, 1), mov(2, 1), store(8, 10, -8, 2), exchangeIf, copy(1, 0)));
    }

    @Test
    void aHelperForgetsWhatItIsHanded() {
        // bpf_probe_read_kernel(fp - 16, 8, …)
        Asm.Line[] call = {copy(1, 10), alu(ADD, 1, -16), mov(2, 8), mov(3, 0), call(113)};
        Guard.assertUnknown(Guard.by(with(call, -16)));
        Guard.assertTrue(Guard.by(with(call, -24)));
        Guard.assertTrue(Guard.by(with(call, -8)));
    }

    @Test
    void aHelperNobodyKnowsForgetsAllAboveToo() {
        Asm.Line[] call = {copy(1, 10), alu(ADD, 1, -16), mov(2, 8), mov(3, 0), call(999)};
        Guard.assertUnknown(Guard.by(with(call, -8)));
        Guard.assertTrue(Guard.by(with(call, -24)));
    }

    @Test
    void aHelperOfUnknownSizeForgetsAllAboveToo() {
        Asm.Line[] call = {load(8, 2, 1, 0), copy(1, 10), alu(ADD, 1, -16), mov(3, 0), call(113)};
        Guard.assertUnknown(Guard.by(with(call, -8)));
    }

    /** Spills 1 to the offset, calls, fills it into register 1. */
    private static Asm.Line[] with(Asm.Line[] call, int offset) {
        Asm.Line[] lines = new Asm.Line[call.length + 3];
        lines[0] = mov(6, 1);
        lines[1] = store(8, 10, offset, 6);
        System.arraycopy(call, 0, lines, 2, call.length);
        lines[call.length + 2] = load(8, 1, 10, offset);
        return lines;
    }
}
