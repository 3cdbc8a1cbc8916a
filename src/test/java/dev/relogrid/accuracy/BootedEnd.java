package dev.relogrid.accuracy;

import dev.relogrid.engine.finding.CauseCode;
import java.util.Set;

/** How a program's way into a booted kernel ended, told by what the kernel or libbpf said. */
enum BootedEnd {
    LOADED("loaded"),
    NO_PROGRAM_TYPE("its section's name stands for no type of program", CauseCode.PROG_TYPE_UNKNOWN),
    NO_ATTACH_TARGET("its attach target is not in BTF", CauseCode.ATTACH_TARGET_MISSING),
    NO_EXTERN("a kernel function is not there", CauseCode.KFUNC_MISSING, CauseCode.NO_MODULE_BTF),
    NO_MEMORY("a map needs more memory than the guest had"),
    MAP_REFUSED("the kernel refused a map", CauseCode.MAP_TYPE_UNKNOWN),
    INSN("an instruction the kernel does not know", CauseCode.INSN_UNSUPPORTED),
    HELPER_UNKNOWN("a helper newer than the kernel", CauseCode.HELPER_UNKNOWN),
    HELPER_NOT_ALLOWED("a helper not allowed in this type of program", CauseCode.HELPER_NOT_ALLOWED),
    POISON(
            "a poisoned instruction was reached",
            CauseCode.FIELD_MISSING,
            CauseCode.FIELD_RENAMED,
            CauseCode.FIELD_RETYPED,
            CauseCode.FIELD_RESIZED,
            CauseCode.TYPE_MISSING,
            CauseCode.TYPE_MISMATCH,
            CauseCode.TYPE_NOT_IN_BTF,
            CauseCode.NOT_A_KERNEL_TYPE,
            CauseCode.ENUM_VALUE_MISSING),
    KFUNC_POISON("the call of a weak kernel function that is not there was reached", CauseCode.KFUNC_MISSING),
    ATTACH_REFUSED(
            "its attach target cannot be attached to in this way",
            CauseCode.PROG_TYPE_UNKNOWN,
            CauseCode.ATTACH_SIGNATURE_CHANGED),
    NO_PARAMETER("a parameter was read that its attach target does not have", CauseCode.ATTACH_SIGNATURE_CHANGED),
    VERIFIER("what the verifier knows of values and memory");

    private static final String NEWEST_HELPER = "\\d{1,3}";
    private final String words;
    private final Set<CauseCode> codes;

    BootedEnd(String words, CauseCode... codes) {
        this.words = words;
        this.codes = Set.of(codes);
    }

    /** For people. */
    String words() {
        return words;
    }

    /** What the engine calls it; none when the engine does not decide such things. */
    Set<CauseCode> codes() {
        return codes;
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
        if (reason.startsWith("invalid bpf_context access ")) {
            return NO_PARAMETER;
        }
        return reason.endsWith(" is not sleepable") || reason.endsWith(" is unsupported.") ? ATTACH_REFUSED : VERIFIER;
    }
}
