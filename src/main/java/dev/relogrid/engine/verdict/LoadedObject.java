package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.core.InsnPatcher;
import dev.relogrid.engine.extern.ExternResult;
import dev.relogrid.engine.extern.Known;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.reach.Loaded;
import dev.relogrid.engine.reach.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object as libbpf leaves it on kernels that gave the same answers. Numbers that were left out of the answers stand as
 * the compiler wrote them and are marked as not to be relied on, unless they are given.
 */
final class LoadedObject implements Loaded {
    /** No option that a program could branch on is longer. */
    private static final int LONGEST_OPTION = 4096;

    private final Map<Long, Insn> patched = new HashMap<>();
    private final Set<Long> opaque = new HashSet<>();
    private final Set<Long> relocated = new HashSet<>();
    private final Map<Extern, Known> externs = new HashMap<>();
    private final Presets presets;
    private final BpfObject object;
    /** What options are taken for that are not known; null to leave them unknown. */
    private final @Nullable Integer unknownOptions;

    /**
     * @param exact what became of all relocations on the one kernel this is about; null when it is about several
     */
    LoadedObject(BpfObject object, Answers answers, @Nullable List<RelocationResult> exact, Presets presets) {
        this.object = object;
        this.presets = presets;
        this.unknownOptions = null;
        for (ExternResult extern : answers.externs()) {
            externs.put(extern.extern(), extern.known());
        }
        for (RelocationRecord record : object.relocations()) {
            Program function = record.program();
            if (function != null) {
                relocated.add(RelocationPass.slot(function, record.programInsn()));
                if (exact == null && !RelocationQuestion.isBranchedOn(record)) {
                    opaque.add(RelocationPass.slot(function, record.programInsn()));
                }
            }
        }
        if (exact != null) {
            for (RelocationResult result : exact) {
                put(result.record(), result.after());
            }
            return;
        }
        for (Answers.Constant constant : answers.constants()) {
            put(object.relocations().get(constant.relocation()), constant.value());
        }
        for (Setback setback : answers.setbacks()) {
            if (setback.status() == RelocationResult.Status.POISONED) {
                put(setback.relocation(), InsnPatcher.poison(insns(setback.relocation())));
            }
        }
    }

    /**
     * The same with other values.
     *
     * @param presets of read-only variables
     * @param unknownOptions what options are taken for that are not known; null to leave them unknown
     */
    LoadedObject(LoadedObject other, Presets presets, @Nullable Integer unknownOptions) {
        this.object = other.object;
        this.presets = presets;
        this.unknownOptions = unknownOptions;
        patched.putAll(other.patched);
        opaque.addAll(other.opaque);
        relocated.addAll(other.relocated);
        externs.putAll(other.externs);
    }

    private void put(RelocationRecord record, List<Insn> insns) {
        Program function = record.program();
        for (int i = 0; function != null && i < insns.size(); i++) {
            patched.put(RelocationPass.slot(function, record.programInsn() + i), insns.get(i));
        }
        if (function != null && !insns.isEmpty() && InsnPatcher.isPoison(insns.getFirst())) {
            opaque.remove(RelocationPass.slot(function, record.programInsn()));
        }
    }

    private void put(RelocationRecord record, long value) {
        List<Insn> insns = insns(record);
        put(
                record,
                insns.size() == 1
                        ? List.of(insns.getFirst().withImm((int) value))
                        : List.of(
                                insns.getFirst().withImm((int) value),
                                insns.getLast().withImm((int) (value >>> 32))));
    }

    /** As compiled: one slot, or the two of a 64-bit load. */
    private static List<Insn> insns(RelocationRecord record) {
        Program function = record.program();
        if (function == null) {
            return List.of();
        }
        int at = record.programInsn();
        Insn first = function.insn(at);
        return first.isLdimm64() && at + 1 < function.insnCount()
                ? List.of(first, function.insn(at + 1))
                : List.of(first);
    }

    @Override
    public Insn insn(Program function, int index) {
        Insn known = patched.get(RelocationPass.slot(function, index));
        return known == null ? function.insn(index) : known;
    }

    @Override
    public boolean isOpaque(Program function, int index) {
        return opaque.contains(RelocationPass.slot(function, index));
    }

    @Override
    public boolean isRelocated(Program function, int index) {
        return relocated.contains(RelocationPass.slot(function, index));
    }

    @Override
    public byte @Nullable [] kconfig(Extern extern) {
        Known known = externs.get(extern);
        if (known != null && known.kind() == Known.Kind.UNKNOWN) {
            return assumed(extern);
        }
        if (known == null || known.kind() != Known.Kind.VALUE || known.size() > LONGEST_OPTION) {
            return null;
        }
        byte[] value = new byte[(int) known.size()];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) known.at(i);
        }
        return value;
    }

    private byte @Nullable [] assumed(Extern extern) {
        Btf btf = object.btf();
        long size = btf == null ? 0 : btf.resolveSize(btf.type(extern.typeId()));
        return unknownOptions == null || size <= 0 || size > Long.BYTES
                ? null
                : VariableValues.bytes(unknownOptions, (int) size, object.elf().order());
    }

    /** Options that are not known. */
    List<String> unknownOptions() {
        List<String> names = new ArrayList<>();
        for (Extern extern : object.externs()) {
            Known known = externs.get(extern);
            if (extern.kind() == Extern.Kind.KCONFIG && known != null && known.kind() == Known.Kind.UNKNOWN) {
                names.add(extern.name());
            }
        }
        return names;
    }

    @Override
    public Presence ksym(Extern extern) {
        Known known = externs.get(extern);
        if (known == null) {
            return Presence.UNKNOWN;
        }
        return switch (known.kind()) {
            case PRESENT -> Presence.PRESENT;
            case ABSENT -> Presence.ABSENT;
            case VALUE, UNKNOWN -> Presence.UNKNOWN;
        };
    }

    /** What the kernel says of an extern, a clause to stand behind its name; empty where it differs from build to build. */
    String text(Extern extern) {
        Known known = externs.get(extern);
        if (known == null || extern.name().equals("LINUX_KERNEL_VERSION")) {
            return "";
        }
        return switch (known.kind()) {
            case PRESENT -> ", which is there";
            case ABSENT -> ", which is not there";
            case VALUE -> isZero(known) ? ", which is not set" : ", which is set";
            case UNKNOWN -> ", which is not known";
        };
    }

    private static boolean isZero(Known known) {
        for (int i = 0; i < Math.min(known.size(), LONGEST_OPTION); i++) {
            if (known.at(i) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Map<String, byte[]> presets() {
        return presets.values();
    }
}
