package dev.relogrid.engine.elf;

/**
 * One symbol table entry (ELF specification, {@code Elf64_Sym}).
 *
 * @param index position in the symbol table
 * @param nameRef where its name stands
 * @param value bytes from the start of its section, in an object file
 * @param size bytes
 * @param bind {@code STB_*}
 * @param type {@code STT_*}
 * @param visibility {@code STV_*}
 * @param section index of the section it is defined in, {@link Elf#SHN_UNDEF} for an undefined symbol
 */
public record Symbol(int index, Name nameRef, long value, long size, int bind, int type, int visibility, int section) {

    /** From the symbol table's string table; empty when it names nothing readable. */
    public String name() {
        return nameRef.text();
    }
}
