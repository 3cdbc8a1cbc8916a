package dev.relogrid.vm.agreement;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.BootedProgram.Outcome;
import dev.relogrid.vm.GuestStage;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a program's way into a booted kernel ended, told by what the kernel or libbpf said. The kernel's words are those of
 * kernel/bpf/verifier.c, 5.10 to 7.3.
 */
public enum Ending {
    LOADED("loaded"),
    NO_PROGRAM_TYPE("its section's name stands for no type of program", CauseCode.PROG_TYPE_UNKNOWN),
    PROGRAM_TYPE("a type of program the kernel does not have", CauseCode.PROG_TYPE_UNKNOWN),
    NO_ATTACH_TARGET(
            "its attach target is not in BTF", CauseCode.ATTACH_TARGET_MISSING, CauseCode.ATTACH_TARGET_INLINED),
    STRUCT_OPS(
            "a struct_ops map the kernel does not take",
            CauseCode.ATTACH_TARGET_MISSING,
            CauseCode.MAP_TYPE_UNKNOWN,
            CauseCode.TYPE_MISSING),
    NO_EXTERN(
            "an extern is not there, or is another thing",
            CauseCode.KFUNC_MISSING,
            CauseCode.NO_MODULE_BTF,
            CauseCode.KFUNC_SIGNATURE,
            CauseCode.KSYM_MISSING,
            CauseCode.KSYM_TYPE,
            CauseCode.KCONFIG_MISSING,
            CauseCode.KCONFIG_TYPE),
    RELOCATION(
            "libbpf could not apply a relocation",
            CauseCode.AMBIGUOUS,
            CauseCode.TYPE_MISMATCH,
            CauseCode.OFFSET_OUT_OF_RANGE,
            CauseCode.INSN_MISMATCH,
            CauseCode.UNKNOWN_RELO_KIND),
    NO_MEMORY("a map needs more memory than the guest had"),
    MAP_REFUSED("the kernel refused a map", CauseCode.MAP_TYPE_UNKNOWN, CauseCode.MAP_INNER_UNSET),
    INSN("an instruction the kernel does not know", CauseCode.INSN_UNSUPPORTED),
    HELPER_UNKNOWN("a helper newer than the kernel", CauseCode.HELPER_UNKNOWN),
    HELPER_NOT_ALLOWED("a helper not allowed in this type of program", CauseCode.HELPER_NOT_ALLOWED),
    KFUNC_NOT_ALLOWED("a kernel function not allowed in this type of program", CauseCode.KFUNC_NOT_ALLOWED),
    POISON(
            "a poisoned instruction was reached",
            CauseCode.FIELD_MISSING,
            CauseCode.FIELD_RENAMED,
            CauseCode.FIELD_RETYPED,
            CauseCode.FIELD_RESIZED,
            CauseCode.BITFIELD_DIRECT_LOAD,
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
    COMPLEXITY("more work for the verifier than it does", CauseCode.TOO_COMPLEX),
    VERIFIER("what the verifier knows of values and memory"),
    LIBBPF("libbpf gave up for another reason"),
    TRIAL("the trial itself failed, or took too long");

    private static final Pattern NEWER_HELPER = Pattern.compile("invalid func unknown#\\d{1,3}");
    private static final Pattern NO_KFUNC = Pattern.compile("invalid func unknown#2002\\d{6}");

    private final String words;
    private final Set<CauseCode> codes;

    Ending(String words, CauseCode... codes) {
        this.words = words;
        this.codes = Set.of(codes);
    }

    /** For people, a clause. */
    public String words() {
        return words;
    }

    /** What the engine calls it; none when the engine does not decide such things. */
    public Set<CauseCode> codes() {
        return codes;
    }

    /** Whether types, symbols and other facts of a kernel tell it beforehand, which leaves nothing to the verifier alone. */
    public boolean isKnowable() {
        return !codes.isEmpty() && this != COMPLEXITY;
    }

    /** Whether it speaks about the trial and not about the program. */
    public boolean isOfTrial() {
        return this == TRIAL || this == NO_MEMORY;
    }

    static Ending of(BootedProgram program) {
        Outcome outcome = program.outcome();
        return switch (outcome) {
            case LOADED -> LOADED;
            case TIMEOUT, INFRA -> TRIAL;
            case UNSUPPORTED_TYPE -> PROGRAM_TYPE;
            case REJECTED -> ofVerifier(program.reason());
            case LIBBPF_FAILED -> ofLibbpf(program.stage(), program.errno());
        };
    }

    private static Ending ofLibbpf(GuestStage stage, int errno) {
        return switch (stage) {
            case SECTION -> NO_PROGRAM_TYPE;
            case ATTACH_TARGET -> NO_ATTACH_TARGET;
            case EXTERNS -> NO_EXTERN;
            case STRUCT_OPS -> STRUCT_OPS;
            case MAP_CREATE -> errno == 12 ? NO_MEMORY : MAP_REFUSED;
            case RELOCATION -> RELOCATION;
            case OPEN, VMLINUX_BTF, BTF_UPLOAD, PROG_LOAD, PROG_ARRAY, LOAD_OTHER, ATTACH, DONE -> LIBBPF;
        };
    }

    private static Ending ofVerifier(String reason) {
        if (reason.equals("invalid func unknown#195896080")) {
            return POISON;
        }
        if (NO_KFUNC.matcher(reason).matches()) {
            return KFUNC_POISON;
        }
        if (NEWER_HELPER.matcher(reason).matches()) {
            return HELPER_UNKNOWN;
        }
        if (reason.startsWith("unknown func ")
                || reason.startsWith("program of this type cannot use helper ")
                || reason.startsWith("cannot call GPL-restricted function ")) {
            return HELPER_NOT_ALLOWED;
        }
        if (reason.startsWith("calling kernel function ")) {
            return KFUNC_NOT_ALLOWED;
        }
        // a function whose address is taken is no sub-program to kernels that do not know such instructions
        if (reason.equals("BPF_STX uses reserved fields") || reason.startsWith("number of funcs in func_info")) {
            return INSN;
        }
        if (reason.startsWith("invalid bpf_context access ")) {
            return NO_PARAMETER;
        }
        if (reason.startsWith("BPF program is too large") || reason.startsWith("The sequence of ")) {
            return COMPLEXITY;
        }
        return reason.endsWith(" is not sleepable") || reason.endsWith(" is unsupported.") ? ATTACH_REFUSED : VERIFIER;
    }
}
