package dev.relogrid.engine.btf;

/**
 * The types of a kernel or of one of its modules.
 *
 * @param name "vmlinux" or the module's name
 * @param btf its types
 */
public record NamedBtf(String name, Btf btf) {}
