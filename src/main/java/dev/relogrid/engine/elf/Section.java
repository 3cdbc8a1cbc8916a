package dev.relogrid.engine.elf;

/**
 * One section header (ELF specification, {@code Elf64_Shdr}).
 *
 * @param index position in the section header table
 * @param nameRef where its name stands
 * @param type {@code SHT_*}
 * @param flags {@code SHF_*}
 * @param address {@code sh_addr}
 * @param offset bytes from the start of the file
 * @param size bytes; a {@link Elf#SHT_NOBITS} section occupies none of them in the file
 * @param link index of a related section (string table of a symbol table, …)
 * @param info for a relocation section the index of the section it applies to
 */
public record Section(
        int index, Name nameRef, int type, long flags, long address, long offset, long size, int link, int info) {

    /** From the section name table; empty when the header names nothing readable. */
    public String name() {
        return nameRef.text();
    }

    /** Whether {@link #name()} is that name. */
    public boolean nameIs(String name) {
        return nameRef.is(name);
    }

    /** Whether it holds instructions ({@code SHF_EXECINSTR} on {@code SHT_PROGBITS}). */
    public boolean executable() {
        return type == Elf.SHT_PROGBITS && (flags & Elf.SHF_EXECINSTR) != 0;
    }
}
