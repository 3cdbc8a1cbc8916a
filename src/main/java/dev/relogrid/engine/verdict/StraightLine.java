package dev.relogrid.engine.verdict;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Program;

/**
 * The instructions of a program that the verifier reaches whatever it knows: those from its first on, up to the first
 * conditional jump, exit, or call of a function that might not come back. Sound, and far from complete.
 */
final class StraightLine {
    private static final int JA = 0x05;
    private static final int JA32 = 0x06;

    private StraightLine() {}

    /** Whether the instruction in that slot of the program is on it. */
    static boolean reaches(Program program, int slot) {
        int at = 0;
        for (int steps = 0; steps < program.insnCount() && at >= 0 && at < program.insnCount(); steps++) {
            if (at == slot) {
                return true;
            }
            Insn insn = program.insn(at);
            switch (insn.insnClass()) {
                case Insn.JMP, Insn.JMP32 -> {
                    if (insn.code() == JA) {
                        at += 1 + insn.off();
                    } else if (insn.code() == JA32) {
                        at += 1 + insn.imm();
                    } else if (insn.code() == Insn.CALL && insn.src() == 0) {
                        at++;
                    } else {
                        return false;
                    }
                }
                default -> at += insn.isLdimm64() ? 2 : 1;
            }
        }
        return false;
    }
}
