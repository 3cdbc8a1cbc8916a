package dev.relogrid.engine.insn;

import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * One 8-byte eBPF instruction (RFC 9669, section 3; include/uapi/linux/bpf.h, {@code struct bpf_insn}).
 *
 * @param code opcode, 0 to 255
 * @param dst destination register, 0 to 15
 * @param src source register, 0 to 15
 * @param off signed 16-bit offset
 * @param imm signed 32-bit immediate
 */
public record Insn(int code, int dst, int src, int off, int imm) {
    public static final int SIZE = 8;

    public static final int LD = 0;
    public static final int LDX = 1;
    public static final int ST = 2;
    public static final int STX = 3;
    public static final int ALU = 4;
    public static final int JMP = 5;
    public static final int JMP32 = 6;
    public static final int ALU64 = 7;

    /** {@code BPF_LD | BPF_IMM | BPF_DW}: the one instruction that takes two slots. */
    public static final int LDIMM64 = 0x18;
    /** {@code BPF_JMP | BPF_CALL}. */
    public static final int CALL = 0x85;

    public static final int PSEUDO_MAP_FD = 1;
    public static final int PSEUDO_CALL = 1;
    public static final int PSEUDO_KFUNC_CALL = 2;
    public static final int PSEUDO_FUNC = 4;

    /** Reads the instruction at a byte offset, in the byte order of the bytes. */
    public static Insn read(Bytes bytes, int at) {
        int regs = bytes.u8(at + 1);
        boolean little = bytes.order() == ByteOrder.LITTLE_ENDIAN;
        return new Insn(
                bytes.u8(at),
                little ? regs & 0xf : regs >> 4,
                little ? regs >> 4 : regs & 0xf,
                bytes.s16(at + 2),
                bytes.i32(at + 4));
    }

    /** Its 8 bytes in the given byte order (the register nibbles swap with it). */
    public byte[] encode(ByteOrder order) {
        byte[] raw = new byte[SIZE];
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        raw[0] = (byte) code;
        raw[1] = (byte) (little ? src << 4 | dst : dst << 4 | src);
        for (int i = 0; i < 2; i++) {
            raw[2 + i] = (byte) (off >> 8 * (little ? i : 1 - i));
        }
        for (int i = 0; i < 4; i++) {
            raw[4 + i] = (byte) (imm >> 8 * (little ? i : 3 - i));
        }
        return raw;
    }

    /** The bytes a little-endian machine holds it in, as hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(encode(ByteOrder.LITTLE_ENDIAN));
    }

    /** {@link #LD} to {@link #ALU64}. */
    public int insnClass() {
        return code & 7;
    }

    public boolean isLdimm64() {
        return code == LDIMM64;
    }

    /** Bytes a load or store moves (1, 2, 4 or 8). */
    public int memorySize() {
        return switch (code & 0x18) {
            case 0x00 -> 4;
            case 0x08 -> 2;
            case 0x10 -> 1;
            default -> 8;
        };
    }

    /** The same load or store for 1, 2, 4 or 8 bytes; its mode stays. */
    public Insn withMemorySize(int bytes) {
        int size = switch (bytes) {
            case 4 -> 0x00;
            case 2 -> 0x08;
            case 1 -> 0x10;
            default -> 0x18;
        };
        return new Insn(code & ~0x18 | size, dst, src, off, imm);
    }

    public Insn withOff(int newOff) {
        return new Insn(code, dst, src, (short) newOff, imm);
    }

    public Insn withImm(int newImm) {
        return new Insn(code, dst, src, off, newImm);
    }
}
