package dev.relogrid.engine.verdict;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.reach.Decision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** From where in a function any way leads to one of its instructions, whatever is known of numbers. */
final class WaysTo {
    private static final int JA = 0x05;
    private static final int JA32 = 0x06;
    private static final int EXIT = 0x95;

    private final Program function;
    private final LoadedObject loaded;
    private final BitSet leading = new BitSet();

    WaysTo(Program function, int insn, LoadedObject loaded) {
        this.function = function;
        this.loaded = loaded;
        List<List<Integer>> before = new ArrayList<>();
        int count = function.insnCount();
        for (int i = 0; i < count; i++) {
            before.add(new ArrayList<>(2));
        }
        for (int i = 0; i < count; i++) {
            for (int next : after(i)) {
                if (next >= 0 && next < count) {
                    before.get(next).add(i);
                }
            }
        }
        Deque<Integer> open = new ArrayDeque<>(List.of(insn));
        while (!open.isEmpty()) {
            int at = open.removeFirst();
            if (!leading.get(at)) {
                leading.set(at);
                open.addAll(before.get(at));
            }
        }
    }

    private int[] after(int index) {
        Insn insn = loaded.insn(function, index);
        int next = index + (insn.isLdimm64() ? 2 : 1);
        int insnClass = insn.insnClass();
        if (insnClass != Insn.JMP && insnClass != Insn.JMP32 || insn.code() == Insn.CALL) {
            return new int[] {next};
        }
        return switch (insn.code()) {
            case EXIT -> new int[0];
            case JA -> new int[] {next + insn.off()};
            case JA32 -> new int[] {next + insn.imm()};
            default -> new int[] {next, next + insn.off()};
        };
    }

    /** Whether the other way of a branch does not lead to the instruction. True of all branches of other functions. */
    @SuppressWarnings("ReferenceEquality") // each function of the object is one
    boolean isAvoidedBy(Decision decision) {
        if (decision.function() != function) {
            return true;
        }
        int next = decision.insn() + 1;
        int other = decision.taken()
                ? next
                : next + loaded.insn(function, decision.insn()).off();
        return !leading.get(Math.max(0, other));
    }
}
