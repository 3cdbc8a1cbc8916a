package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.CoreRelo;
import org.jspecify.annotations.Nullable;

/**
 * One CO-RE relocation of the object and where it applies.
 *
 * @param number position among all of the object's relocations, from 0
 * @param section name of the ELF section, as .BTF.ext gives it
 * @param sectionIndex of that section in the file, 0 when there is none of that name
 * @param index position among the section's relocations, from 0
 * @param relo the record
 * @param program the program or sub-program that holds the instruction; null for code that belongs to none, whose
 *     relocations libbpf passes over
 */
public record RelocationRecord(
        int number,
        String section,
        int sectionIndex,
        int index,
        CoreRelo relo,
        @Nullable Program program) {

    /** The instruction's slot, counted from the program's first; -1 outside any program. */
    public int programInsn() {
        return program == null ? -1 : (relo.insnOff() >>> 3) - program.insnOff();
    }
}
