package dev.relogrid.engine.verdict;

import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.List;

/** The object's file with its CO-RE relocations applied and nothing else changed. */
public final class PatchedObject {
    private PatchedObject() {}

    /**
     * @param results of all its relocations on one kernel; those that were not patched leave their instruction alone
     * @return a copy of the file, of the same length
     */
    public static byte[] bytes(BpfObject object, List<RelocationResult> results) {
        byte[] file = object.elf().file().toArray();
        for (RelocationResult result : results) {
            RelocationRecord record = result.record();
            if (result.after().isEmpty()) {
                continue;
            }
            Section section = object.elf().sections().get(record.sectionIndex());
            int at = (int) section.offset() + record.relo().insnOff();
            for (Insn insn : result.after()) {
                System.arraycopy(insn.encode(object.elf().order()), 0, file, at, Insn.SIZE);
                at += Insn.SIZE;
            }
        }
        return file;
    }
}
