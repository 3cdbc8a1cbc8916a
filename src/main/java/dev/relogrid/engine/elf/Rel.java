package dev.relogrid.engine.elf;

/**
 * One relocation without addend (ELF specification, {@code Elf64_Rel}).
 *
 * @param offset bytes from the start of the section it applies to
 * @param symbol index into the symbol table
 * @param type machine-specific number ({@code R_BPF_*})
 */
public record Rel(long offset, int symbol, int type) {}
