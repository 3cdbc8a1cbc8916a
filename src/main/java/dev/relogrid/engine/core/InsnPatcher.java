package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.engine.insn.Insn;
import java.util.List;

/**
 * Writes a relocation's value into its instruction ({@code bpf_core_patch_insn}). By class of the instruction:
 *
 * <ul>
 *   <li>ALU, ALU64: the source must be an immediate; it must hold the original value (compared as a sign-extended 32-bit
 *       number); the new value is cut to 32 bits;
 *   <li>LDX, ST, STX: the offset must hold the original value; a new one above 32767 is an error; where the field's
 *       size changed, the size of the access changes with it, or the instruction is poisoned when it cannot;
 *   <li>LD: only a clean 64-bit immediate load, over both slots;
 *   <li>anything else is an error. Errors fail the object, poison does not.
 * </ul>
 */
public final class InsnPatcher {
    /** "bad relo": the helper number of a poisoned instruction, 195896080. */
    public static final int POISON_IMM = 0xbad2310;

    private static final Insn POISON = new Insn(Insn.CALL, 0, 0, 0, POISON_IMM);

    private final List<Insn> before;
    private final ReloValue value;

    private InsnPatcher(List<Insn> before, ReloValue value) {
        this.before = before;
        this.value = value;
    }

    /**
     * @param before one instruction, or both slots of a 64-bit immediate load
     */
    public static Patch patch(List<Insn> before, ReloValue value) {
        return new InsnPatcher(before, value).run();
    }

    /** Whether it is what libbpf writes where a relocation has no target. */
    public static boolean isPoison(Insn insn) {
        return insn.code() == Insn.CALL && insn.src() == 0 && insn.imm() == POISON_IMM;
    }

    /** What libbpf writes over an instruction without target, in each of its slots. */
    public static List<Insn> poison(List<Insn> before) {
        return before.getFirst().isLdimm64() && before.size() == 2 ? List.of(POISON, POISON) : List.of(POISON);
    }

    private Patch run() {
        if (value.poison()) {
            return poisoned("there is nothing to relocate it to");
        }
        return switch (before.getFirst().insnClass()) {
            case Insn.ALU, Insn.ALU64 -> arithmetic();
            case Insn.LDX, Insn.ST, Insn.STX -> memory();
            case Insn.LD -> immediate64();
            default -> refused(Errno.EINVAL, "a relocation stands on an instruction that holds no value");
        };
    }

    private Patch arithmetic() {
        Insn insn = before.getFirst();
        if ((insn.code() & 0x08) != 0) {
            return refused(Errno.EINVAL, "the operand of the arithmetic is a register");
        }
        if (value.validate() && insn.imm() != value.original()) {
            return mismatch(insn.imm());
        }
        return patched(List.of(insn.withImm((int) value.value())));
    }

    private Patch memory() {
        Insn insn = before.getFirst();
        if (value.validate() && insn.off() != value.original()) {
            return mismatch(insn.off());
        }
        if (Long.compareUnsigned(value.value(), Short.MAX_VALUE) > 0) {
            return refused(
                    Errno.ERANGE,
                    "the new offset " + Long.toUnsignedString(value.value())
                            + " does not fit the instruction (at most 32767)");
        }
        ReloValue.MemorySize size = value.memory();
        if (size.fail()) {
            return poisoned("the field is " + Integer.toUnsignedString(size.original()) + " bytes in the object and "
                    + Integer.toUnsignedString(size.value())
                    + " in the kernel, and the access cannot be widened or narrowed safely");
        }
        Insn moved = insn.withOff((int) value.value());
        return size.original() == size.value() ? patched(List.of(moved)) : resized(moved, size);
    }

    private Patch resized(Insn insn, ReloValue.MemorySize size) {
        if (insn.memorySize() != size.original()) {
            return refused(
                    Errno.EINVAL,
                    "the instruction moves " + insn.memorySize() + " bytes of a field of "
                            + Integer.toUnsignedString(size.original()));
        }
        if (size.value() != 1 && size.value() != 2 && size.value() != 4 && size.value() != 8) {
            return refused(Errno.EINVAL, "no instruction moves " + Integer.toUnsignedString(size.value()) + " bytes");
        }
        return patched(List.of(insn.withMemorySize(size.value())));
    }

    private Patch immediate64() {
        Insn first = before.getFirst();
        boolean clean = before.size() == 2 && first.isLdimm64() && first.src() == 0 && first.off() == 0;
        if (clean) {
            Insn second = before.get(1);
            clean = second.code() == 0 && second.dst() == 0 && second.src() == 0 && second.off() == 0;
        }
        if (!clean) {
            return refused(Errno.EINVAL, "the 64-bit load has an unexpected form");
        }
        long held = first.imm() & 0xffff_ffffL | (long) before.get(1).imm() << 32;
        if (value.validate() && held != value.original()) {
            return mismatch(held);
        }
        return patched(
                List.of(first.withImm((int) value.value()), before.get(1).withImm((int) (value.value() >>> 32))));
    }

    private Patch patched(List<Insn> after) {
        return new Patch(Patch.Outcome.PATCHED, 0, after, "");
    }

    private Patch poisoned(String why) {
        return new Patch(Patch.Outcome.POISONED, 0, poison(before), why);
    }

    private Patch mismatch(long held) {
        return refused(
                Errno.EINVAL,
                "the instruction holds " + held + " where the object's own types say "
                        + Long.toUnsignedString(value.original()));
    }

    private Patch refused(int errno, String why) {
        return new Patch(Patch.Outcome.REFUSED, errno, before, why);
    }
}
