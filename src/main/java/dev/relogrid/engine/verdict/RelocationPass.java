package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.core.CoreResolver;
import dev.relogrid.engine.core.InsnPatcher;
import dev.relogrid.engine.core.LocalSpec;
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
import org.jspecify.annotations.Nullable;

/**
 * Goes through an object's relocations as libbpf's {@code bpf_object__relocate_core} does, but past the first failure:
 * a relocation that fails changes nothing for those after it, so each gets an answer of its own, and the first failure
 * is the one libbpf would stop at.
 *
 * <p>Passed over, as in libbpf: all of an object it would not open; code that belongs to no program; programs that are
 * not loaded. A record whose section has no name, or whose offset is no instruction, ends the pass for all.
 */
public final class RelocationPass {
    private final BpfObject object;
    private final CoreResolver resolver;
    private final Map<Long, Insn> patched = new HashMap<>();
    private String stopped = "";

    private RelocationPass(BpfObject object, CoreResolver resolver) {
        this.object = object;
        this.resolver = resolver;
        if (object.refusal() != null) {
            stopped = "libbpf does not open the object";
        }
    }

    /** What becomes of every relocation of the object on a kernel whose types are known. */
    public static List<RelocationResult> run(ObjectSpecs specs, Kernel kernel) {
        BpfObject object = specs.object();
        Btf local = object.btf();
        Btf vmlinux = kernel.vmlinux();
        if (local == null || object.relocations().isEmpty()) {
            return List.of();
        }
        if (vmlinux == null) {
            return object.relocations().stream()
                    .map(record -> skipped(record, "the kernel's types are not known"))
                    .toList();
        }
        CoreResolver resolver = new CoreResolver(local, new NamedBtf("vmlinux", vmlinux), kernel::modules);
        return new RelocationPass(object, resolver).relocate(specs.specs());
    }

    private List<RelocationResult> relocate(List<LocalSpec> specs) {
        List<RelocationResult> results = new ArrayList<>(specs.size());
        for (RelocationRecord record : object.relocations()) {
            results.add(one(record, specs.get(record.number())));
        }
        return results;
    }

    private RelocationResult one(RelocationRecord record, LocalSpec spec) {
        if (stopped.isEmpty()) {
            stopped = flaw(record);
        }
        if (!stopped.isEmpty()) {
            return skipped(record, stopped);
        }
        Program program = record.program();
        if (program == null) {
            return skipped(record, "its instruction belongs to no program");
        }
        if (!program.autoload()) {
            return skipped(record, "program '" + program.name() + "' is not loaded by default");
        }
        Resolution resolution = resolver.resolve(record.relo(), spec);
        return switch (resolution) {
            case Resolution.Resolved resolved -> patch(record, program, resolution, resolved.value());
            case Resolution.Absent absent -> patch(record, program, resolution, absent.value());
            case Resolution.Ambiguous ambiguous -> error(record, Stage.RESOLVE, 22, resolution, ambiguous.why());
            case Resolution.Rejected rejected ->
                error(
                        record,
                        rejected.search() ? Stage.SEARCH : Stage.RESOLVE,
                        rejected.errno(),
                        resolution,
                        rejected.why());
        };
    }

    /** Why libbpf stops at the first record of the object that is not even in place; empty when all are. */
    static String flaw(BpfObject object) {
        for (RelocationRecord record : object.relocations()) {
            String flaw = flaw(record);
            if (!flaw.isEmpty()) {
                return "relocation #" + record.number() + " is refused: " + flaw;
            }
        }
        return "";
    }

    private static String flaw(RelocationRecord record) {
        if (record.section().isEmpty()) {
            return "its section of .BTF.ext has no name";
        }
        int off = record.relo().insnOff();
        return off % Insn.SIZE == 0 ? "" : "offset " + Integer.toUnsignedString(off) + " is no instruction";
    }

    private RelocationResult patch(RelocationRecord record, Program program, Resolution resolution, ReloValue value) {
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

    private static long slot(Program program, int index) {
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
