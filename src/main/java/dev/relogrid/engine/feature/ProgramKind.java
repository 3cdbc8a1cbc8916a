package dev.relogrid.engine.feature;

import org.jspecify.annotations.Nullable;

/**
 * What libbpf makes of a program from the name of its section (libbpf 1.7.0, {@code section_defs}).
 *
 * @param section libbpf's pattern that the name matches, such as {@code kprobe+}; empty where none does
 * @param type number of {@code enum bpf_prog_type}; 0 where the section's name says nothing
 * @param attachType number of {@code enum bpf_attach_type} it is loaded for; -1 for none
 * @param attachTypeOptional whether libbpf leaves the attach type out on kernels that do not know such things
 * @param sleepable whether it may sleep
 * @param attach how it is attached
 * @param target what stands behind the first slash of the section's name; null when there is none
 */
public record ProgramKind(
        String section,
        int type,
        int attachType,
        boolean attachTypeOptional,
        boolean sleepable,
        Attach attach,
        @Nullable String target) {

    /** What a program is attached to, and so what of the kernel its target is looked for in. */
    public enum Attach {
        /** A device, a socket, a cgroup, a perf event: nothing that the object could name. */
        UNNAMED,
        /** One kernel function, by its symbol. */
        KPROBE,
        /** The kernel functions that a pattern matches. */
        KPROBE_MULTI,
        /** A system call, by the name of its kernel function without what the architecture puts before it. */
        KSYSCALL,
        /** Functions, or places marked for tracing, of user space programs. */
        UPROBE,
        /** A tracepoint, by category and name. */
        TRACEPOINT,
        /** A tracepoint's raw arguments. */
        RAW_TRACEPOINT,
        /** A tracepoint's arguments with their types. */
        BTF_TRACEPOINT,
        /** A kernel function, by its type: fentry, fexit, fmod_ret, fsession. */
        BTF_FUNCTION,
        /** A hook of the security modules. */
        LSM,
        /** A kind of things that are iterated over. */
        ITERATOR,
        /** A function of another eBPF program, which it replaces. */
        FREPLACE,
        /** A function pointer of a kernel struct. */
        STRUCT_OPS,
        /** libbpf does not know: it refuses to load the program. */
        UNKNOWN
    }

    /** The program type in libbpf's words ({@code libbpf_bpf_prog_type_str}). */
    public String typeName() {
        return ProgramTypes.name(type);
    }
}
