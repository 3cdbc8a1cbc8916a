package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.feature.ProgramKind.Attach;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an object's programs are attached to, and the kinds of attachment. */
final class AttachNeeds {
    private final BpfObject object;
    private final Needs needs;
    private final List<Obstacle> certain = new ArrayList<>();
    private final Numbered types = new Numbered(KernelEnum.ATTACH_TYPES, "it takes no programs for it");
    /** By the way of attaching and the target. */
    private final Map<String, Targeted> early = new LinkedHashMap<>();

    private final Map<String, Targeted> late = new LinkedHashMap<>();
    private final MemberAccesses accesses;

    AttachNeeds(BpfObject object, Needs needs) {
        this.object = object;
        this.needs = needs;
        this.accesses = new MemberAccesses(object);
    }

    void addTo(List<NeedGroup> groups) {
        for (Program program : Needs.entries(object)) {
            ProgramKind kind = needs.kindOf(program);
            addType(program, kind);
            addTarget(program, kind);
        }
        if (!certain.isEmpty()) {
            groups.add(new Certain(certain));
        }
        groups.addAll(early.values());
        if (!types.isEmpty()) {
            groups.add(types);
        }
        groups.addAll(late.values());
    }

    private void addType(Program program, ProgramKind kind) {
        Stage stage = AttachTypes.stage(kind);
        if (kind.attachType() != AttachTypes.NONE && stage != null) {
            types.add(
                    kind.attachType(),
                    new Need(
                            CauseCode.ATTACH_TYPE_UNKNOWN,
                            stage,
                            Place.of(program),
                            "attach type " + AttachTypes.name(kind.attachType())),
                    "attach_type " + kind.typeName() + " " + AttachTypes.name(kind.attachType()));
        }
    }

    private void addTarget(Program program, ProgramKind kind) {
        String target = kind.target();
        switch (kind.attach()) {
            case BTF_FUNCTION, BTF_TRACEPOINT, LSM, ITERATOR -> {
                Need need = need(Stage.RELOCATE, program, wanted(kind));
                if (target == null) {
                    certain.add(need.missing("its section names none: that is left to the loader"));
                } else {
                    String key = kind.attach() + "/" + target;
                    Targeted targeted = early.computeIfAbsent(key, k -> new BtfTarget(kind.attach(), target));
                    targeted.add(need);
                    if (kind.attach() != Attach.ITERATOR) {
                        addSignature(program, kind, targeted);
                    }
                }
            }
            case FREPLACE ->
                certain.add(need(Stage.RELOCATE, program, "a program to replace a function of")
                        .missing("which one it is is left to the loader"));
            default -> {
                if (target != null) {
                    addLate(program, kind, target);
                }
            }
        }
    }

    private void addLate(Program program, ProgramKind kind, String target) {
        Targeted targeted = late.get(kind.attach() + "/" + target);
        if (targeted == null) {
            targeted = targeted(kind.attach(), target);
            if (targeted == null) {
                return;
            }
            late.put(kind.attach() + "/" + target, targeted);
        }
        targeted.add(need(Stage.ATTACH, program, wanted(kind)));
        boolean atEntry = kind.section().equals("kprobe+") || kind.section().equals("kprobe.multi+");
        if (atEntry && target.length() == ProbeTarget.functionOf(target).length()) {
            addSignature(program, kind, targeted);
        }
    }

    private void addSignature(Program program, ProgramKind kind, Targeted targeted) {
        Btf types = object.btf();
        if (types != null) {
            boolean result = !kind.section().startsWith("fentry") && kind.attach() != Attach.BTF_TRACEPOINT;
            ContextReads reads = new ContextReads(object, accesses).of(program);
            targeted.add(new Signature(types, program, reads, wanted(kind), result));
        }
    }

    /** Null for what names nothing of the kernel's, and for patterns, of which nearly all match something. */
    private @Nullable Targeted targeted(Attach attach, String target) {
        return switch (attach) {
            case KPROBE -> new ProbeTarget(ProbeTarget.functionOf(target), true);
            case KPROBE_MULTI ->
                target.indexOf('*') < 0 && target.indexOf('?') < 0
                        ? new ProbeTarget(ProbeTarget.functionOf(target), false)
                        : null;
            case KSYSCALL -> new SyscallTarget(target);
            case RAW_TRACEPOINT -> new TracepointTarget("", target, true);
            case TRACEPOINT -> {
                int slash = target.indexOf('/');
                yield slash < 0
                        ? null
                        : new TracepointTarget(target.substring(0, slash), target.substring(slash + 1), false);
            }
            default -> null;
        };
    }

    private static String wanted(ProgramKind kind) {
        String target = kind.target() == null ? "" : kind.target();
        return switch (kind.attach()) {
            case BTF_TRACEPOINT, TRACEPOINT, RAW_TRACEPOINT -> "tracepoint " + target;
            case LSM -> "security hook " + target;
            case ITERATOR -> "iterator " + target;
            case KSYSCALL -> "system call " + target;
            case KPROBE, KPROBE_MULTI -> "function " + ProbeTarget.functionOf(target);
            default -> "function " + target;
        };
    }

    private static Need need(Stage stage, Program program, String wanted) {
        return new Need(CauseCode.ATTACH_TARGET_MISSING, stage, Place.of(program), wanted);
    }
}
