package dev.relogrid.engine.btf;

/**
 * One CO-RE relocation record of .BTF.ext (include/uapi/linux/bpf.h, {@code struct bpf_core_relo}).
 *
 * @param insnOff bytes from the start of the ELF section
 * @param typeId the local root type
 * @param accessOff offset of the access string in the strings of .BTF
 * @param kind number of the relocation kind, as found
 */
public record CoreRelo(int insnOff, int typeId, int accessOff, int kind) {}
