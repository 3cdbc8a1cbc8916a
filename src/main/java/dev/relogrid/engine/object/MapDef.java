package dev.relogrid.engine.object;

/**
 * A map the object defines in {@code .maps}, or one libbpf makes for a data section.
 *
 * @param name of the variable, or of the data section
 * @param sectionIndex of the ELF section it is defined in
 * @param offset bytes into that section
 * @param type number of {@code enum bpf_map_type}; 0 when the definition names none
 * @param keySize bytes
 * @param valueSize bytes
 * @param maxEntries 0 when left to the loader
 * @param flags {@code map_flags}
 * @param internal whether it stands for {@code .data}, {@code .rodata}, {@code .bss} or {@code .kconfig}
 */
public record MapDef(
        String name,
        int sectionIndex,
        long offset,
        int type,
        long keySize,
        long valueSize,
        long maxEntries,
        long flags,
        boolean internal) {}
