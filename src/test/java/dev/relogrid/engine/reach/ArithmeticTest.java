package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Constants through arithmetic, as the verifier computes it. */
final class ArithmeticTest {
    record Case(String name, int operation, long left, int right, long wide, long narrow) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Case> CASES = List.of(
            new Case("add", ADD, 5, 3, 8, 8),
            new Case("add wraps at 32 bits", ADD, 0xffff_ffffL, 1, 0x1_0000_0000L, 0),
            new Case("sub", SUB, 5, 7, -2, 0xffff_fffeL),
            new Case("mul", MUL, -3, 5, -15, 0xffff_fff1L),
            new Case("or", OR, 0x10, 1, 0x11, 0x11),
            new Case("and", AND, 0xff, 0x0f, 0x0f, 0x0f),
            new Case("and of minus one", AND, -1, -2, -2, 0xffff_fffeL),
            new Case("xor", XOR, 0xff, 0x0f, 0xf0, 0xf0),
            new Case("lsh", LSH, 1L << 31, 1, 1L << 32, 0),
            new Case("rsh", RSH, -1, 4, 0x0fff_ffff_ffff_ffffL, 0x0fff_ffffL),
            new Case("arsh", ARSH, -16, 2, -4, 0xffff_fffcL));

    private static Asm.Line[] loaded(long left, Asm.Line... then) {
        Asm.Line[] lines = new Asm.Line[2 + then.length];
        lines[0] = raw(0x18, 1, 0, 0, (int) left);
        lines[1] = second((int) (left >> 32));
        System.arraycopy(then, 0, lines, 2, then.length);
        return lines;
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void constantsWithANumber(Case c) {
        Guard.assertLeaves(c.wide, loaded(c.left, alu(c.operation, 1, c.right)));
        Guard.assertLeaves(c.narrow, loaded(c.left, alu32(c.operation, 1, c.right)));
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void constantsWithARegister(Case c) {
        Guard.assertLeaves(c.wide, loaded(c.left, mov(3, c.right), aluOf(c.operation, 1, 3)));
        Guard.assertLeaves(c.narrow, loaded(c.left, mov(3, c.right), raw((c.operation & ~3) | 0x08, 1, 3, 0, 0)));
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void whatIsNotKnownStaysUnknown(Case c) {
        Guard.assertUnknown(Guard.by(load(8, 1, 1, 0), alu(c.operation, 1, c.right)));
        Guard.assertUnknown(Guard.by(load(8, 3, 1, 0), mov(1, 5), aluOf(c.operation, 1, 3)));
    }

    @Test
    void movesOf32BitsClearTheUpperHalf() {
        Guard.assertLeaves(0xffff_ffffL, mov32(1, -1));
        Guard.assertLeaves(-1, mov(1, -1));
        Guard.assertLeaves(5, loaded(0x7_0000_0005L, raw(0xbc, 1, 1, 0, 0)));
    }

    @Test
    void movesExtendTheSign() {
        Guard.assertLeaves(-128, mov(3, 0x80), raw(0xbf, 1, 3, 8, 0));
        Guard.assertLeaves(0xffff_8000L, mov(3, 0x8000), raw(0xbc, 1, 3, 16, 0));
    }

    @Test
    void bitsMaskedAwayAreKnown() {
        Guard.assertFalse(Guard.by(load(8, 1, 1, 0), alu(AND, 1, 0xf0), alu(AND, 1, 0x0f)));
        Guard.assertFalse(Guard.by(load(1, 1, 1, 0), alu(RSH, 1, 8)));
    }

    @Test
    void quotientsAndRemaindersAreNotFollowed() {
        for (int operation : new int[] {DIV, MOD, NEG}) {
            Guard.assertUnknown(Guard.by(mov(1, 8), alu(operation, 1, operation == NEG ? 0 : 2)));
        }
    }

    @Test
    void swappedBytesAreNotFollowed() {
        Guard.assertUnknown(Guard.by(mov(1, 1), raw(0xdc, 1, 0, 0, 16)));
    }

    @Test
    void exclusiveOrIsFollowedSince510() {
        Guard.assertUnknown(Guard.by(new Scene().on(5, 9, 0), mov(1, 1), alu(XOR, 1, 1)));
    }

    @Test
    void shiftsByTooManyBitsAreNotFollowed() {
        Guard.assertUnknown(Guard.by(mov(1, 1), mov(3, 64), aluOf(LSH, 1, 3)));
    }

    @Test
    void numbersMadeOfPointersAreNotKnown() {
        Guard.assertUnknown(Guard.by(copy(1, 10), raw(0x0c, 1, 1, 0, 0)));
        Guard.assertUnknown(Guard.by(copy(1, 10), aluOf(SUB, 1, 10)));
    }
}
