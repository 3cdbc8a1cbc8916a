package dev.relogrid.engine.object;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Symbol;
import dev.relogrid.engine.insn.Insn;

/**
 * One function of the object: a program that is loaded, or a sub-program in {@code .text} that others call.
 *
 * @param name its symbol
 * @param sectionName without the leading {@code ?}
 * @param sectionIndex of the ELF section
 * @param insnOff instructions from the start of the section to its first
 * @param insnCount number of instruction slots
 * @param autoload false for {@code SEC("?…")}, and where the struct_ops maps it stands in are not created: libbpf leaves
 *     it alone unless told otherwise
 * @param subprogram whether it stands in {@code .text}
 * @param symbol its ELF symbol
 * @param code its instructions, in the object's byte order
 */
public record Program(
        String name,
        String sectionName,
        int sectionIndex,
        int insnOff,
        int insnCount,
        boolean autoload,
        boolean subprogram,
        Symbol symbol,
        Bytes code) {

    Program withAutoload(boolean loaded) {
        return new Program(name, sectionName, sectionIndex, insnOff, insnCount, loaded, subprogram, symbol, code);
    }

    /** Whether the section's instruction slot of that number is one of its own. */
    boolean contains(long slot) {
        return slot >= insnOff && slot < (long) insnOff + insnCount;
    }

    /** The instruction in slot {@code index}, counted from its first. */
    public Insn insn(int index) {
        return Insn.read(code, index * Insn.SIZE);
    }
}
