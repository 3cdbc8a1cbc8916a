package dev.relogrid.engine.verdict;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;

/**
 * Which of an object's relocations libbpf never comes to, whatever the kernel: all of an object it would not open; code
 * that belongs to no program; programs that are not loaded. A record whose section has no name, or whose offset is no
 * instruction, ends it for all from there on.
 */
final class PassedOver {
    private final boolean opened;
    private final int end;
    private final String flaw;

    PassedOver(BpfObject object) {
        opened = object.refusal() == null;
        int number = 0;
        String found = "";
        for (RelocationRecord record : object.relocations()) {
            found = flaw(record);
            if (!found.isEmpty()) {
                break;
            }
            number++;
        }
        end = number;
        flaw = found;
    }

    private static String flaw(RelocationRecord record) {
        if (record.section().isEmpty()) {
            return "its section of .BTF.ext has no name";
        }
        int off = record.relo().insnOff();
        return off % Insn.SIZE == 0 ? "" : "offset " + Integer.toUnsignedString(off) + " is no instruction";
    }

    /** Why libbpf passes over the relocation; empty when it does not. */
    String why(RelocationRecord record) {
        if (!opened) {
            return "libbpf does not open the object";
        }
        if (record.number() >= end) {
            return flaw;
        }
        Program program = record.program();
        if (program == null) {
            return "its instruction belongs to no program";
        }
        return program.autoload() ? "" : "program '" + program.name() + "' is not loaded by default";
    }

    /** Whether libbpf would come to the relocation if somebody had every program loaded. */
    boolean maybeReached(RelocationRecord record) {
        return opened && record.number() < end && record.program() != null;
    }

    /** Why libbpf stops at the first record of the object that is not even in place; empty when all are. */
    String refusal() {
        return flaw.isEmpty() ? "" : "relocation #" + end + " is refused: " + flaw;
    }
}
