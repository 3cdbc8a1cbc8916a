package dev.relogrid.accuracy;

/** How a program's way into a booted kernel ended, told by what the kernel or libbpf said. */
enum BootedEnd {
    LOADED("loaded"),
    NO_PROGRAM_TYPE("section name stands for no program type"),
    NO_ATTACH_TARGET("attach target is not in BTF"),
    NO_EXTERN("kernel function or variable is not there"),
    NO_MEMORY("a map needs more memory than the guest had"),
    MAP_REFUSED("the kernel refused a map"),
    INSN("an instruction the kernel does not know"),
    HELPER_UNKNOWN("a helper newer than the kernel"),
    HELPER_NOT_ALLOWED("a helper not allowed in this kind of program"),
    POISON("a poisoned instruction was reached"),
    KFUNC_POISON("the call of a missing weak kernel function was reached"),
    ATTACH_REFUSED("the attach target cannot be attached to this way"),
    VERIFIER("a limit or check only the verifier knows");

    private static final String NEWEST_HELPER = "\\d{1,3}";
    private final String words;

    BootedEnd(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** Whether an engine that knows the object and the kernel's types, symbols and configuration can know it. */
    boolean knowable() {
        return this != VERIFIER && this != NO_MEMORY;
    }

    /**
     * @param stage where it ended, in the guest's words
     * @param reason the line that says why; empty when it loaded
     */
    static BootedEnd of(String stage, String reason) {
        return switch (stage) {
            case "done" -> LOADED;
            case "section" -> NO_PROGRAM_TYPE;
            case "attach_target" -> NO_ATTACH_TARGET;
            case "externs" -> NO_EXTERN;
            case "map_create" -> reason.endsWith("-ENOMEM") ? NO_MEMORY : MAP_REFUSED;
            case "prog_load" -> ofVerifier(reason);
            default -> throw new IllegalArgumentException("no such stage: " + stage);
        };
    }

    private static BootedEnd ofVerifier(String reason) {
        if (reason.matches("invalid func unknown#" + NEWEST_HELPER)) {
            return HELPER_UNKNOWN;
        }
        if (reason.equals("invalid func unknown#195896080")) {
            return POISON;
        }
        if (reason.matches("invalid func unknown#2002\\d{6}")) {
            return KFUNC_POISON;
        }
        if (reason.startsWith("unknown func ")) {
            return HELPER_NOT_ALLOWED;
        }
        // a function whose address is taken is no sub-program to kernels that do not know such instructions
        if (reason.equals("BPF_STX uses reserved fields") || reason.startsWith("number of funcs in func_info")) {
            return INSN;
        }
        return reason.endsWith(" is not sleepable") || reason.endsWith(" is unsupported.") ? ATTACH_REFUSED : VERIFIER;
    }
}
