package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.Errno;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.core.CoreResolver;
import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.core.InsnPatcher;
import dev.relogrid.engine.core.Patch;
import dev.relogrid.engine.core.ReloValue;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.verdict.RelocationResult.Stage;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an object's relocations as libbpf's {@code bpf_object__relocate_core} does, but past the first failure:
 * a relocation that fails changes nothing for those after it, so each gets an answer of its own, and the first failure
 * is the one libbpf would stop at.
 *
 * <p>{@link PassedOver} has those that libbpf never comes to.
 */
public final class RelocationPass {
    private final ObjectSpecs specs;
    private final CoreResolver resolver;
    private final Map<Long, Insn> patched = new HashMap<>();

    /** Over the relocations of an object with types on a kernel with types, all of them or some that stand alone. */
    RelocationPass(ObjectSpecs specs, Kernel kernel, Effort effort) {
        Btf local = specs.object().btf();
        Btf vmlinux = kernel.vmlinux();
        if (local == null || vmlinux == null) {
            throw new IllegalArgumentException("there are no types to relocate with");
        }
        this.specs = specs;
        this.resolver = new CoreResolver(local, new NamedBtf("vmlinux", vmlinux), kernel::modules, effort);
    }

    /** What becomes of every relocation of the object on a kernel whose types are known. */
    public static List<RelocationResult> run(ObjectSpecs specs, Kernel kernel) {
        BpfObject object = specs.object();
        if (object.btf() == null || object.relocations().isEmpty()) {
            return List.of();
        }
        if (kernel.vmlinux() == null) {
            return object.relocations().stream()
                    .map(record -> skipped(record, "the kernel's types are not known"))
                    .toList();
        }
        RelocationPass pass = new RelocationPass(specs, kernel, new Effort());
        PassedOver passedOver = new PassedOver(object);
        List<RelocationResult> results = new ArrayList<>(object.relocations().size());
        for (RelocationRecord record : object.relocations()) {
            String why = passedOver.why(record);
            results.add(why.isEmpty() ? pass.relocate(record) : skipped(record, why));
        }
        return results;
    }

    /** One relocation that libbpf comes to, after those before it that bear on it. */
    RelocationResult relocate(RelocationRecord record) {
        Resolution resolution = resolver.resolve(record.relo(), specs.specs().get(record.number()));
        // a switch over patterns would be put together at run time: two milliseconds of every cold start
        if (resolution instanceof Resolution.Resolved resolved) {
            return patch(record, resolution, resolved.value());
        }
        if (resolution instanceof Resolution.Absent absent) {
            return patch(record, resolution, absent.value());
        }
        if (resolution instanceof Resolution.Rejected rejected) {
            Stage stage = rejected.search() ? Stage.SEARCH : Stage.RESOLVE;
            return error(record, stage, rejected.errno(), resolution, rejected.why());
        }
        return error(record, Stage.RESOLVE, Errno.EINVAL, resolution, ((Resolution.Ambiguous) resolution).why());
    }

    private RelocationResult patch(RelocationRecord record, Resolution resolution, ReloValue value) {
        Program program = Objects.requireNonNull(record.program());
        int index = record.programInsn();
        Insn first = insn(program, index);
        List<Insn> before = first.isLdimm64() && index + 1 < program.insnCount()
                ? List.of(first, insn(program, index + 1))
                : List.of(first);
        Patch patch = InsnPatcher.patch(before, value);
        if (patch.outcome() == Patch.Outcome.REFUSED) {
            return new RelocationResult(
                    record, Status.ERROR, Stage.PATCH, patch.errno(), resolution, before, List.of(), patch.why());
        }
        for (int i = 0; i < patch.after().size(); i++) {
            patched.put(slot(program, index + i), patch.after().get(i));
        }
        Status status = patch.outcome() == Patch.Outcome.POISONED ? Status.POISONED : Status.OK;
        return new RelocationResult(record, status, null, 0, resolution, before, patch.after(), patch.why());
    }

    /** The instruction as earlier relocations have left it. */
    private Insn insn(Program program, int index) {
        Insn changed = patched.get(slot(program, index));
        return changed != null ? changed : program.insn(index);
    }

    static long slot(Program program, int index) {
        return (long) program.sectionIndex() << 32 | program.insnOff() + index;
    }

    private static RelocationResult skipped(RelocationRecord record, String why) {
        return new RelocationResult(record, Status.SKIPPED, null, 0, null, List.of(), List.of(), why);
    }

    private static RelocationResult error(
            RelocationRecord record, Stage stage, int errno, @Nullable Resolution resolution, String why) {
        return new RelocationResult(record, Status.ERROR, stage, errno, resolution, List.of(), List.of(), why);
    }
}
