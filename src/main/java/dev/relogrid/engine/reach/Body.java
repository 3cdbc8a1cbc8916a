package dev.relogrid.engine.reach;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a function on every kernel: where jumps lead, what its instructions refer to, and which registers are
 * read after each. Relocating it can only make its code end earlier.
 */
final class Body {
    private static final int JA = 0x05;
    private static final int JA32 = 0x06;
    private static final int EXIT = 0x95;
    private static final int ARGUMENTS = 0b11_1110;

    /** Whether some jump leads to the instruction. */
    final boolean[] isTarget;
    /** The registers that may be read before they are written, from the instruction on, as bits. */
    final short[] live;

    private final @Nullable Reference[] references;
    private final Insn[] insns;

    Body(BpfObject object, Program function) {
        int count = function.insnCount();
        insns = new Insn[count];
        references = new Reference[count];
        isTarget = new boolean[count];
        live = new short[count];
        for (int i = 0; i < count; i++) {
            insns[i] = function.insn(i);
            if (insns[i].isLdimm64() || insns[i].code() == Insn.CALL) {
                references[i] = object.reference(function, i);
            }
        }
        for (int i = 0; i < count; i++) {
            int target = target(i);
            if (target >= 0) {
                isTarget[target] = true;
            }
            i += insns[i].isLdimm64() ? 1 : 0;
        }
        findLive();
    }

    @Nullable
    Reference reference(int index) {
        return references[index];
    }

    /** Where the jump leads; -1 when it is none, or leads out of the function. */
    private int target(int at) {
        Insn insn = insns[at];
        int kind = insn.insnClass();
        if (kind != Insn.JMP && kind != Insn.JMP32 || insn.code() == Insn.CALL || insn.code() == EXIT) {
            return -1;
        }
        long target = at + 1L + (insn.code() == JA32 ? insn.imm() : insn.off());
        return target >= 0 && target < insns.length ? (int) target : -1;
    }

    private void findLive() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = insns.length - 1; i >= 0; i--) {
                short before = (short) liveBefore(i);
                changed |= before != live[i];
                live[i] = before;
            }
        }
    }

    private int liveBefore(int at) {
        Insn insn = insns[at];
        int after = 0;
        int target = target(at);
        if (target >= 0) {
            after |= live[target];
        }
        int next = at + (insn.isLdimm64() ? 2 : 1);
        if (insn.code() != EXIT && insn.code() != JA && insn.code() != JA32 && next < insns.length) {
            after |= live[next];
        }
        return (after & ~written(insn) | read(insn)) & 0x7ff;
    }

    private static int written(Insn insn) {
        return switch (insn.insnClass()) {
            case Insn.ALU, Insn.ALU64, Insn.LDX -> 1 << insn.dst();
            case Insn.LD -> insn.isLdimm64() ? 1 << insn.dst() : 1;
            case Insn.JMP -> insn.code() == Insn.CALL ? ARGUMENTS | 1 : 0;
            default -> 0;
        };
    }

    private static int read(Insn insn) {
        int both = 1 << insn.dst() | 1 << insn.src();
        return switch (insn.insnClass()) {
            case Insn.ALU, Insn.ALU64 -> {
                boolean overwrites = (insn.code() & 0xf0) == 0xb0;
                boolean register = (insn.code() & 0x08) != 0;
                yield (overwrites ? 0 : 1 << insn.dst()) | (register ? 1 << insn.src() : 0);
            }
            case Insn.LDX -> 1 << insn.src();
            case Insn.LD -> insn.isLdimm64() ? 0 : 1 << 6 | 1 << insn.src();
            // an atomic compare-and-exchange reads register 0
            case Insn.STX -> both | ((insn.code() & 0xe0) == 0xc0 ? 1 : 0);
            case Insn.ST -> 1 << insn.dst();
            case Insn.JMP32 -> both;
            default -> insn.code() == Insn.CALL ? ARGUMENTS : insn.code() == EXIT ? 1 : both;
        };
    }
}
