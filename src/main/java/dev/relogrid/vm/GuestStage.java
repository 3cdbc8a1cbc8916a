package dev.relogrid.vm;

/** How far a program came, in libbpf's order. */
public enum GuestStage {
    OPEN,
    VMLINUX_BTF,
    EXTERNS,
    BTF_UPLOAD,
    STRUCT_OPS,
    MAP_CREATE,
    RELOCATION,
    ATTACH_TARGET,
    PROG_LOAD,
    PROG_ARRAY,
    LOAD_OTHER,
    SECTION,
    ATTACH,
    DONE
}
