package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Relocations of an object that bear on each other, and on no others: those of one local root type, which narrow one list
 * of candidates, and those that stand on one instruction, which find what earlier ones have written.
 *
 * @param records in the object's order
 * @param idsMatter whether how they end may depend on the ids that types have in the kernel: where an id is written into
 *     an instruction that another relocation reads, or that does not take every number
 */
record RelocationGroup(List<RelocationRecord> records, boolean idsMatter) {

    /** All relocations that libbpf comes to, each in one group. */
    static List<RelocationGroup> of(BpfObject object) {
        return object.btf() == null ? List.of() : new Joining(object).groups();
    }

    private static boolean writesTypeId(RelocationRecord record) {
        return record.relo().kind() == ReloKind.TYPE_ID_TARGET.ordinal();
    }

    /** Joins records that have something in common (union-find; the lowest number stands for all). */
    private static final class Joining {
        private final List<RelocationRecord> records;
        private final PassedOver passedOver;
        private final int[] joined;
        private final boolean[] idsMatter;
        private final Map<Integer, Integer> byLocalType = new HashMap<>();
        private final Map<Long, Integer> bySlot = new HashMap<>();

        Joining(BpfObject object) {
            records = object.relocations();
            passedOver = new PassedOver(object);
            joined = new int[records.size()];
            idsMatter = new boolean[records.size()];
        }

        List<RelocationGroup> groups() {
            for (RelocationRecord record : records) {
                Program program = record.program();
                joined[record.number()] = record.number();
                if (program != null && passedOver.why(record).isEmpty()) {
                    join(record, program);
                }
            }
            Map<Integer, RelocationGroup> groups = new HashMap<>();
            List<RelocationGroup> inOrder = new ArrayList<>();
            for (RelocationRecord record : records) {
                if (!passedOver.why(record).isEmpty()) {
                    continue;
                }
                int first = find(record.number());
                RelocationGroup group = groups.get(first);
                if (group == null) {
                    group = new RelocationGroup(new ArrayList<>(), matter(first));
                    groups.put(first, group);
                    inOrder.add(group);
                }
                group.records.add(record);
            }
            return inOrder;
        }

        private void join(RelocationRecord record, Program program) {
            if (record.relo().kind() != ReloKind.TYPE_ID_LOCAL.ordinal()) {
                Integer other = byLocalType.putIfAbsent(record.relo().typeId(), record.number());
                union(other, record.number());
            }
            Insn insn = program.insn(record.programInsn());
            shareSlot(record, program, record.programInsn());
            if (insn.isLdimm64()) {
                shareSlot(record, program, record.programInsn() + 1);
            }
            int insnClass = insn.insnClass();
            boolean anyNumber = insnClass == Insn.ALU || insnClass == Insn.ALU64 || insnClass == Insn.LD;
            idsMatter[record.number()] |= writesTypeId(record) && !anyNumber;
        }

        private void shareSlot(RelocationRecord record, Program program, int index) {
            Integer other = bySlot.putIfAbsent(RelocationPass.slot(program, index), record.number());
            if (other != null && other != record.number()) {
                // the first on the slot stands for all of them, so it has to carry the mark of any
                idsMatter[other] |= writesTypeId(record) || writesTypeId(records.get(other));
                union(other, record.number());
            }
        }

        private void union(@Nullable Integer a, int b) {
            if (a != null) {
                int x = find(a);
                int y = find(b);
                joined[Math.max(x, y)] = Math.min(x, y);
            }
        }

        private int find(int number) {
            int at = number;
            while (joined[at] != at) {
                joined[at] = joined[joined[at]];
                at = joined[at];
            }
            return at;
        }

        private boolean matter(int first) {
            for (int i = first; i < idsMatter.length; i++) {
                if (idsMatter[i] && find(i) == first) {
                    return true;
                }
            }
            return false;
        }
    }
}
