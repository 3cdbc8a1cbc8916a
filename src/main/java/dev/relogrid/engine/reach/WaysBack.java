package dev.relogrid.engine.reach;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Goes back from an instruction that was never visited, through others, to the decided branches that kept it so. */
final class WaysBack {
    private static final int JA = 0x05;
    private static final int JA32 = 0x06;
    private static final int EXIT = 0x95;

    private final Code code;
    private final Findings findings;
    /** For each instruction, those that may come right before it: pairs of the one and the next entry, -1 at the end. */
    private final int[] first;

    private int[] from = new int[64];
    private int[] next = new int[64];
    private int count;

    WaysBack(Code code, Findings findings) {
        this.code = code;
        this.findings = findings;
        this.first = new int[code.length];
        Arrays.fill(first, -1);
        for (int function = 0; function < code.functions(); function++) {
            for (int pc = code.start(function); pc < code.end(function); pc++) {
                addFrom(pc, code.start(function), code.end(function));
                pc += isLoad(pc) ? 1 : 0;
            }
        }
    }

    private boolean isLoad(int pc) {
        return (code.code[pc] & 0xff) == Insn.LDIMM64;
    }

    private void addFrom(int pc, int start, int end) {
        int opcode = code.code[pc] & 0xff;
        int kind = opcode & 7;
        boolean jumps = (kind == Insn.JMP || kind == Insn.JMP32) && opcode != Insn.CALL && opcode != EXIT;
        if (jumps) {
            long target = pc + 1L + (opcode == JA32 ? code.imm[pc] : code.off[pc]);
            if (target >= start && target < end) {
                add(pc, (int) target);
            }
        }
        int after = pc + (isLoad(pc) ? 2 : 1);
        if (opcode != EXIT && opcode != JA && opcode != JA32 && after < end) {
            add(pc, after);
        }
        if ((opcode == Insn.CALL || isLoad(pc)) && code.reference(pc) instanceof Reference.ToFunction callee) {
            int number = code.numberOf(callee.function());
            if (number >= 0) {
                add(pc, code.start(number));
            }
        }
    }

    private void add(int pc, int to) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            next = Arrays.copyOf(next, 2 * count);
        }
        from[count] = pc;
        next[count] = first[to];
        first[to] = count++;
    }

    /** The ways gone instead, nearest first: twice the branch's number, and 1 where its jump was taken. */
    List<Integer> decisionsAround(int target) {
        List<Integer> decisions = new ArrayList<>();
        boolean[] seen = new boolean[code.length];
        Deque<Integer> open = new ArrayDeque<>();
        // a 64-bit load is come to by its first slot
        int begin = target > 0 && first[target] < 0 && isLoad(target - 1) ? target - 1 : target;
        open.add(begin);
        seen[begin] = true;
        while (!open.isEmpty()) {
            int to = open.removeFirst();
            for (int way = first[to]; way >= 0; way = next[way]) {
                int pc = from[way];
                if (findings.visits[pc] == Visit.NEVER.ordinal()) {
                    if (!seen[pc]) {
                        seen[pc] = true;
                        open.add(pc);
                    }
                } else {
                    addDecision(pc, to, decisions);
                }
            }
        }
        return decisions;
    }

    private void addDecision(int pc, int to, List<Integer> decisions) {
        boolean jump = pc + 1 + code.off[pc] == to;
        boolean other = !jump;
        int way = 2 * pc + (other ? 1 : 0);
        if (findings.neverGoes(pc, jump) && !decisions.contains(way)) {
            decisions.add(way);
        }
    }
}
