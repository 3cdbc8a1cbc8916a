package dev.relogrid.engine.feature;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.List;

/** Everything the programs of an object need of a kernel besides types and externs. Made once for an object. */
public final class Needs {
    private final List<NeedGroup> groups = new ArrayList<>();

    private Needs() {}

    public static Needs of(BpfObject object) {
        return new Needs();
    }

    /** What libbpf takes the program for; a sub-program's section stands for nothing. */
    public ProgramKind kindOf(Program program) {
        return Sections.kind(program.sectionName());
    }

    /** All needs, by what of the kernel they ask; in the order in which what is missing shows. */
    public List<NeedGroup> groups() {
        return List.copyOf(groups);
    }
}
