package dev.relogrid.engine.reach;

import dev.relogrid.engine.insn.Insn;
import org.jspecify.annotations.Nullable;

/** Instructions by name, with labels for jumps and symbols for addresses and calls. */
final class Asm {
    static final int JEQ = 0x15;
    static final int JGT = 0x25;
    static final int JGE = 0x35;
    static final int JSET = 0x45;
    static final int JNE = 0x55;
    static final int JSGT = 0x65;
    static final int JSGE = 0x75;
    static final int JLT = 0xa5;
    static final int JLE = 0xb5;
    static final int JSLT = 0xc5;
    static final int JSLE = 0xd5;

    static final int ADD = 0x07;
    static final int SUB = 0x17;
    static final int MUL = 0x27;
    static final int DIV = 0x37;
    static final int OR = 0x47;
    static final int AND = 0x57;
    static final int LSH = 0x67;
    static final int RSH = 0x77;
    static final int NEG = 0x87;
    static final int MOD = 0x97;
    static final int XOR = 0xa7;
    static final int ARSH = 0xc7;

    private static final int REGISTER = 0x08;

    /**
     * One line of assembly.
     *
     * @param insn null when the line is a label
     * @param label the label that is here, or that is jumped to
     * @param symbol what it refers to
     */
    record Line(
            @Nullable Insn insn,
            @Nullable String label,
            @Nullable String symbol) {}

    private Asm() {}

    static Line label(String name) {
        return new Line(null, name, null);
    }

    static Line raw(int code, int dst, int src, int off, int imm) {
        return new Line(new Insn(code, dst, src, off, imm), null, null);
    }

    static Line mov(int register, int number) {
        return raw(0xb7, register, 0, 0, number);
    }

    static Line mov32(int register, int number) {
        return raw(0xb4, register, 0, 0, number);
    }

    static Line copy(int to, int from) {
        return raw(0xbf, to, from, 0, 0);
    }

    /** 64-bit arithmetic with a number. */
    static Line alu(int operation, int register, int number) {
        return raw(operation, register, 0, 0, number);
    }

    /** 64-bit arithmetic with a register. */
    static Line aluOf(int operation, int to, int from) {
        return raw(operation | REGISTER, to, from, 0, 0);
    }

    /** 32-bit arithmetic with a number. */
    static Line alu32(int operation, int register, int number) {
        return raw(operation & ~3, register, 0, 0, number);
    }

    /** A jump to a label if the comparison with a number holds. */
    static Line jump(int comparison, int register, int number, String label) {
        return new Line(new Insn(comparison, register, 0, 0, number), label, null);
    }

    static Line jumpOf(int comparison, int left, int right, String label) {
        return new Line(new Insn(comparison | REGISTER, left, right, 0, 0), label, null);
    }

    static Line jump32(int comparison, int register, int number, String label) {
        return new Line(new Insn(comparison + 1, register, 0, 0, number), label, null);
    }

    static Line go(String label) {
        return new Line(new Insn(0x05, 0, 0, 0, 0), label, null);
    }

    static Line mayGo(String label) {
        return new Line(new Insn(0xe5, 0, 0, 0, 0), label, null);
    }

    static Line load(int size, int register, int base, int offset) {
        return raw(0x61 | sizeBits(size), register, base, offset, 0);
    }

    static Line loadSigned(int size, int register, int base, int offset) {
        return raw(0x81 | sizeBits(size), register, base, offset, 0);
    }

    static Line store(int size, int base, int offset, int register) {
        return raw(0x63 | sizeBits(size), base, register, offset, 0);
    }

    static Line storeNumber(int size, int base, int offset, int number) {
        return raw(0x62 | sizeBits(size), base, 0, offset, number);
    }

    private static int sizeBits(int size) {
        return size == 8 ? 0x18 : size == 4 ? 0 : size == 2 ? 0x08 : 0x10;
    }

    /** The address of a symbol; the next line is its second slot. */
    static Line address(int register, String symbol) {
        return new Line(new Insn(0x18, register, 0, 0, 0), null, symbol);
    }

    static Line second(int number) {
        return raw(0, 0, 0, 0, number);
    }

    static Line call(int helper) {
        return raw(0x85, 0, 0, 0, helper);
    }

    static Line call(String function) {
        return new Line(new Insn(0x85, 0, 1, 0, -1), null, function);
    }

    static Line poison() {
        return call(0xbad2310);
    }

    static Line exit() {
        return raw(0x95, 0, 0, 0, 0);
    }
}
