package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.StructOps;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Everything the programs of an object need of a kernel besides types and externs. Made once for an object. */
public final class Needs {
    private final IdentityHashMap<Program, ProgramKind> kinds = new IdentityHashMap<>();
    /** Of programs that members of structs point to. */
    private final IdentityHashMap<Program, ProbeKind> structs = new IdentityHashMap<>();

    private final List<NeedGroup> groups = new ArrayList<>();

    private Needs(BpfObject object) {
        for (Program program : object.programs()) {
            kinds.put(program, Sections.kind(program.sectionName()));
        }
        Btf types = object.btf();
        if (types != null) {
            for (StructOps map : object.structOps()) {
                String struct = types.essentialName(types.nameOffset(map.typeId()));
                for (Program program : map.programs().values()) {
                    structs.put(
                            program, ProbeKind.ofStruct(struct, kindOf(program).sleepable()));
                }
            }
        }
    }

    public static Needs of(BpfObject object) {
        Needs needs = new Needs(object);
        needs.groups.add(new MachineOrder(object.elf().order()));
        MapNeeds.addTo(needs.groups, object);
        new ProgramNeeds(object, needs).addTo(needs.groups);
        new CodeNeeds(object, needs).addTo(needs.groups);
        new AttachNeeds(object, needs).addTo(needs.groups);
        return needs;
    }

    /** What libbpf takes the program for; a sub-program's section stands for nothing. */
    public ProgramKind kindOf(Program program) {
        ProgramKind kind = kinds.get(program);
        return kind == null ? Sections.kind(program.sectionName()) : kind;
    }

    /** What a booted kernel is asked about programs like it. */
    ProbeKind probeKindOf(Program program) {
        ProbeKind struct = structs.get(program);
        return struct == null ? ProbeKind.of(kindOf(program)) : struct;
    }

    /** All needs, by what of the kernel they ask; in the order in which what is missing shows. */
    public List<NeedGroup> groups() {
        return List.copyOf(groups);
    }

    /**
     * The programs that libbpf loads, those switched off among them: all but what stands in {@code .text}, unless it is
     * the only one there is ({@code prog_is_subprog}).
     */
    static List<Program> entries(BpfObject object) {
        List<Program> entries = new ArrayList<>();
        for (Program program : object.programs()) {
            if (!program.subprogram() || object.programs().size() == 1) {
                entries.add(program);
            }
        }
        return entries;
    }
}
