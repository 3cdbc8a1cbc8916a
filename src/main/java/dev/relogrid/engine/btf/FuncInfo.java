package dev.relogrid.engine.btf;

/**
 * The FUNC type of a function (include/uapi/linux/bpf.h, {@code struct bpf_func_info}).
 *
 * @param insnOff bytes from the start of the ELF section to its first instruction
 * @param typeId a FUNC in the object's types
 */
public record FuncInfo(int insnOff, int typeId) {}
