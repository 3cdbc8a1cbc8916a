package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.Errno;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.CandidateMatch;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.ReloValue;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import org.jspecify.annotations.Nullable;

/** What relocations come to on one kernel, as far as it stands in anybody's way. */
final class Setbacks {
    /** {@code BTF_INT_SIGNED}. */
    private static final int SIGNED = 1;

    private final Kernel kernel;

    Setbacks(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Null when all is well. */
    @Nullable
    Setback of(RelocationResult result) {
        return switch (result.status()) {
            case SKIPPED -> null;
            case OK -> hazard(result);
            case POISONED -> setback(result, poison(result), Stage.LOAD, Level.ERROR);
            case ERROR -> setback(result, error(result), Stage.RELOCATE, Level.ERROR);
        };
    }

    private static Setback setback(RelocationResult result, CauseCode code, Stage stage, Level level) {
        String has = code == CauseCode.NOT_A_KERNEL_TYPE ? Explanations.nowhere(result) : Explanations.cause(result);
        return new Setback(
                result.record(),
                result.status(),
                new Obstacle(code, level, stage, place(result.record()), Explanations.wanted(result), has));
    }

    private static Place place(RelocationRecord record) {
        Program function = record.program();
        return function == null ? Place.OBJECT : Place.at(function, record.programInsn());
    }

    private CauseCode poison(RelocationResult result) {
        Resolution resolution = result.resolution();
        AccessSpec local = resolution == null ? null : resolution.local();
        ReloValue value = result.value();
        if (resolution == null || local == null || value == null) {
            return CauseCode.UNKNOWN_RELO_KIND;
        }
        if (!value.poison()) {
            return value.memory().value() == 0 ? CauseCode.BITFIELD_DIRECT_LOAD : CauseCode.FIELD_RESIZED;
        }
        if (resolution.candidates().isEmpty()) {
            Btf btf = local.btf();
            int root = local.rootTypeId();
            return kernel.isTypeNowhere(btf.kind(root), EssentialName.of(btf.name(root)))
                    ? CauseCode.NOT_A_KERNEL_TYPE
                    : CauseCode.TYPE_MISSING;
        }
        if (local.kind().isEnumvalBased()) {
            return CauseCode.ENUM_VALUE_MISSING;
        }
        if (local.kind().isTypeBased()) {
            return CauseCode.TYPE_MISMATCH;
        }
        return Explanations.best(resolution.candidates()).incompatible()
                ? CauseCode.FIELD_RETYPED
                : CauseCode.FIELD_MISSING;
    }

    private static CauseCode error(RelocationResult result) {
        Resolution resolution = result.resolution();
        if (resolution instanceof Resolution.Ambiguous) {
            return CauseCode.AMBIGUOUS;
        }
        if (result.stage() == RelocationResult.Stage.PATCH) {
            return result.errno() == Errno.ERANGE ? CauseCode.OFFSET_OUT_OF_RANGE : CauseCode.INSN_MISMATCH;
        }
        if (resolution == null || resolution.local() == null) {
            return CauseCode.UNKNOWN_RELO_KIND;
        }
        return result.stage() == RelocationResult.Stage.SEARCH ? CauseCode.ANONYMOUS_TYPE : CauseCode.TYPE_MISMATCH;
    }

    /**
     * A field whose address is worked out and that then is read as wide as the object's types have it, as {@code
     * bpf_core_read} does: where the kernel's is wider or narrower, that reads a part, or what lies behind.
     */
    private static @Nullable Setback hazard(RelocationResult result) {
        Resolution resolution = result.resolution();
        ReloValue value = result.value();
        if (value == null
                || result.record().relo().kind() != ReloKind.FIELD_BYTE_OFFSET.ordinal()
                || !(resolution instanceof Resolution.Resolved resolved)) {
            return null;
        }
        AccessSpec local = resolved.local();
        CandidateMatch target = resolved.target();
        AccessSpec found = target == null ? null : target.spec();
        if (local == null || found == null || !isScalar(local) || !isScalar(found)) {
            return null;
        }
        int insnClass = result.before().getFirst().insnClass();
        boolean load = insnClass == Insn.LDX || insnClass == Insn.ST || insnClass == Insn.STX;
        boolean resized = !load && value.memory().original() != value.memory().value();
        boolean resigned = isSigned(local) != isSigned(found);
        if (!resized && !resigned) {
            return null;
        }
        return new Setback(
                result.record(),
                Status.OK,
                new Obstacle(
                        resized ? CauseCode.FIELD_RESIZED : CauseCode.FIELD_RETYPED,
                        Level.WARNING,
                        Stage.LOAD,
                        place(result.record()),
                        Explanations.wanted(result),
                        resized ? Explanations.resized(value.memory()) : Explanations.resigned(isSigned(found))));
    }

    /** Bytes do not count: whether a char has a sign is each compiler's own affair. */
    private static boolean isScalar(AccessSpec spec) {
        int type = type(spec);
        return spec.btf().kind(type) == BtfKind.INT && spec.btf().size(type) > 1;
    }

    private static int type(AccessSpec spec) {
        return spec.btf().skipModifiersAndTypedefs(spec.fieldType());
    }

    private static boolean isSigned(AccessSpec spec) {
        return (spec.btf().intEncoding(type(spec)) & SIGNED) != 0;
    }
}
