package dev.relogrid.engine.finding;

/** Why a program does not work on a kernel, as stable codes; each has a page of its name in docs/verdicts. */
public enum CauseCode {
    /** A member is not there. */
    FIELD_MISSING,
    /** A member is not there, and which took its place has two reasons independent of each other. */
    FIELD_RENAMED,
    /** A member of the name is there, of a type that does not fit. */
    FIELD_RETYPED,
    /** A member is there, and the instruction cannot be adjusted to its size or signedness. */
    FIELD_RESIZED,
    /** A bitfield is read by one instruction, as if it were none. */
    BITFIELD_DIRECT_LOAD,
    /** A type is not there. */
    TYPE_MISSING,
    /** A type of the name is there, and is another one. */
    TYPE_MISMATCH,
    /** A type is not in BTF, though what it belongs to is in the kernel. */
    TYPE_NOT_IN_BTF,
    /** No kernel ever had a type of the name. */
    NOT_A_KERNEL_TYPE,
    /** An enumerator is not there. */
    ENUM_VALUE_MISSING,
    /** Several types fit, with different answers. */
    AMBIGUOUS,
    /** A relocation starts at a type without a name. */
    ANONYMOUS_TYPE,
    /** A member lies too far into its struct for the instruction. */
    OFFSET_OUT_OF_RANGE,
    /** An instruction is not what its relocation says it is. */
    INSN_MISMATCH,
    /** A relocation is of a kind libbpf does not know, or is damaged. */
    UNKNOWN_RELO_KIND,
    /** A configuration option that must be there is not. */
    KCONFIG_MISSING,
    /** A configuration option's value does not fit the type it is declared with. */
    KCONFIG_TYPE,
    /** The kernel's configuration is not known. */
    KCONFIG_UNKNOWN,
    /** A kernel symbol that must be there is not. */
    KSYM_MISSING,
    /** A kernel variable is of another type than declared, or several symbols have the name. */
    KSYM_TYPE,
    /** A kernel function that must be there is not. */
    KFUNC_MISSING,
    /** A kernel function has another prototype than declared. */
    KFUNC_SIGNATURE,
    /** A kernel function is not allowed in this kind of program. */
    KFUNC_NOT_ALLOWED,
    /** A helper is newer than the kernel. */
    HELPER_UNKNOWN,
    /** A helper is not allowed in this kind of program. */
    HELPER_NOT_ALLOWED,
    /** A kind of map is newer than the kernel. */
    MAP_TYPE_UNKNOWN,
    /** A map of maps does not say what maps it holds, which its loader then has to. */
    MAP_INNER_UNSET,
    /** A kind of program is newer than the kernel, or the section's name stands for none. */
    PROG_TYPE_UNKNOWN,
    /** A kind of attachment is newer than the kernel. */
    ATTACH_TYPE_UNKNOWN,
    /** An instruction is newer than the kernel. */
    INSN_UNSUPPORTED,
    /** What the program is attached to is not there. */
    ATTACH_TARGET_MISSING,
    /** The function the program is attached to was split or inlined by the compiler. */
    ATTACH_TARGET_INLINED,
    /** The function the program is attached to has other parameters than it reads. */
    ATTACH_SIGNATURE_CHANGED,
    /** Several functions have the name of the one the program is attached to. */
    ATTACH_TARGET_AMBIGUOUS,
    /** The kernel has no types, and none are known for it. */
    NO_BTF,
    /** The types of the kernel's modules are not known. */
    NO_MODULE_BTF,
    /** The object was compiled for machines of the other byte order. */
    BYTE_ORDER,
    /** The object cannot be opened by libbpf, on no kernel. */
    NOT_OPENED,
    /** The program could not be followed to its end within the bounds set for it. */
    TOO_COMPLEX
}
