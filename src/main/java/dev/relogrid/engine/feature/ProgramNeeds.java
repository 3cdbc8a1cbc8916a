package dev.relogrid.engine.feature;

import dev.relogrid.engine.feature.ProgramKind.Attach;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.StructOps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The types of an object's programs, and what is new about programs that sleep or see frames in fragments. */
final class ProgramNeeds {
    /** The first security hook at which programs could sleep, for one version the only one. */
    private static final String ALWAYS_SLEEPABLE = "bprm_committed_creds";

    private static final String REFUSAL = "it takes no such programs";

    private final BpfObject object;
    private final Needs needs;
    private final List<Obstacle> certain = new ArrayList<>();
    private final Numbered types = new Numbered(KernelEnum.PROGRAM_TYPES, "it takes no programs of that type");
    private final Map<Since, Dated> dated = new EnumMap<>(Since.class);

    ProgramNeeds(BpfObject object, Needs needs) {
        this.object = object;
        this.needs = needs;
    }

    void addTo(List<NeedGroup> groups) {
        for (Program program : Needs.entries(object)) {
            add(program, needs.kindOf(program));
        }
        if (!certain.isEmpty()) {
            groups.add(new Certain(certain));
        }
        if (!types.isEmpty()) {
            groups.add(types);
        }
        groups.addAll(dated.values());
    }

    private void add(Program program, ProgramKind kind) {
        if (kind.attach() == Attach.UNKNOWN) {
            certain.add(need(program, "a program type for section '" + program.sectionName() + "'")
                    .missing("libbpf knows no section of that name, so not what to load the program as"));
            return;
        }
        types.add(kind.type(), need(program, "program type " + kind.typeName()), "prog_type " + kind.typeName());
        if (kind.attach() == Attach.STRUCT_OPS && !isUsed(program)) {
            certain.add(new Need(
                            CauseCode.ATTACH_TARGET_MISSING,
                            Stage.LOAD,
                            Place.of(program),
                            "a struct_ops map that refers to the program")
                    .missing("the object has none, and libbpf loads such programs only for maps"));
        }
        if (kind.sleepable()) {
            addDated(
                    sleepableSince(kind),
                    need(program, kind.typeName() + " programs that may sleep"),
                    sleepable(program));
            if (kind.attach() == Attach.LSM && kind.target() != null && !ALWAYS_SLEEPABLE.equals(kind.target())) {
                addDated(
                        Since.SLEEPABLE_HOOKS,
                        need(program, "security hook " + kind.target() + " that may sleep"),
                        new Dated.Fact("lsm.s " + kind.target(), REFUSAL));
            }
        }
        if (kind.section().startsWith("xdp.frags")) {
            addDated(
                    Since.XDP_FRAGMENTS,
                    need(program, "xdp programs for frames in fragments"),
                    new Dated.Fact("kind xdp.frags", REFUSAL));
        }
    }

    private boolean isUsed(Program program) {
        for (StructOps map : object.structOps()) {
            if (map.programs().containsValue(program)) {
                return true;
            }
        }
        return false;
    }

    private static Since sleepableSince(ProgramKind kind) {
        return switch (kind.attach()) {
            case UPROBE -> Since.SLEEPABLE_UPROBES;
            case ITERATOR -> Since.SLEEPABLE_ITERATORS;
            case STRUCT_OPS -> Since.SLEEPABLE_STRUCT_OPS;
            default -> Since.SLEEPABLE;
        };
    }

    /** A kernel that was asked about a program for one function may have refused that function alone. */
    private Dated.Fact sleepable(Program program) {
        ProbeKind kind = needs.probeKindOf(program);
        boolean ofOne = kind.name().startsWith("kprobe") || kind.name().startsWith("tracing.iter");
        return kind.name().isEmpty() ? Dated.Fact.NONE : new Dated.Fact("kind " + kind.name(), ofOne ? REFUSAL : "");
    }

    private void addDated(Since since, Need need, Dated.Fact fact) {
        dated.computeIfAbsent(since, Dated::new).add(need, fact);
    }

    private static Need need(Program program, String wanted) {
        return new Need(CauseCode.PROG_TYPE_UNKNOWN, Stage.LOAD, Place.of(program), wanted);
    }
}
