package dev.relogrid.cli;

import dev.relogrid.engine.feature.FeaturePass;
import dev.relogrid.engine.feature.Needs;
import dev.relogrid.engine.feature.ProgramKind;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.StructOps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At which program, and with which complaint, libbpf would give up on an object before it asks the kernel to load one. */
final class AttachOutcome {
    static final String FINE = "loads all programs";
    static final String STRUCT_OPS = "struct_ops";
    static final String NO_TYPE = "missing BPF prog type";
    static final String NO_TARGET = "no BTF-based attach target is specified";
    static final String NO_PROGRAM = "attach program FD is not set";
    static final String UNUSED = "isn't referenced anywhere";
    static final String NOT_FOUND = "failed to find kernel BTF type ID of";

    private final String name;
    private final BpfObject object;
    private final Needs needs;

    AttachOutcome(String name, BpfObject object) {
        this.name = name;
        this.object = object;
        this.needs = Needs.of(object);
    }

    String name() {
        return name;
    }

    /** Whether anything of the object is looked up among types before it is loaded. */
    boolean hasTypedTargets() {
        return !object.structOps().isEmpty() || !programsWithTypedTargets().isEmpty();
    }

    List<Program> programsWithTypedTargets() {
        List<Program> programs = new ArrayList<>();
        for (Program program : object.programs()) {
            switch (needs.kindOf(program).attach()) {
                case BTF_FUNCTION, BTF_TRACEPOINT, LSM, ITERATOR -> programs.add(program);
                default -> {}
            }
        }
        return programs;
    }

    /**
     * @param only the one program that is loaded, null for all that are not switched off
     */
    String on(Kernel kernel, @Nullable Program only) {
        List<Obstacle> obstacles = FeaturePass.run(needs, kernel);
        for (Obstacle obstacle : obstacles) {
            if (obstacle.code() == CauseCode.ATTACH_TARGET_MISSING
                    && obstacle.place().equals(Obstacle.Place.OBJECT)) {
                return STRUCT_OPS;
            }
        }
        for (Program program : object.programs()) {
            if (isLoaded(program, only)) {
                String complaint = complaint(program, obstacles);
                if (complaint != null) {
                    return complaint + " " + program.name();
                }
            }
        }
        return FINE;
    }

    /** The programs of struct_ops maps are switched on and off with these, whatever anybody says. */
    private boolean isLoaded(Program program, @Nullable Program only) {
        for (StructOps map : object.structOps()) {
            if (map.programs().containsValue(program)) {
                return program.autoload();
            }
        }
        return only == null ? program.autoload() : program.equals(only);
    }

    private @Nullable String complaint(Program program, List<Obstacle> obstacles) {
        ProgramKind kind = needs.kindOf(program);
        for (Obstacle obstacle : obstacles) {
            if (!program.equals(obstacle.place().program())) {
                continue;
            }
            switch (obstacle.code()) {
                case PROG_TYPE_UNKNOWN -> {
                    if (kind.type() == 0) {
                        return NO_TYPE;
                    }
                }
                case ATTACH_TARGET_MISSING, ATTACH_TARGET_INLINED, NO_MODULE_BTF -> {
                    if (obstacle.stage() == Stage.RELOCATE) {
                        return kind.attach() == ProgramKind.Attach.FREPLACE
                                ? NO_PROGRAM
                                : kind.target() == null ? NO_TARGET : NOT_FOUND;
                    }
                    if (kind.attach() == ProgramKind.Attach.STRUCT_OPS) {
                        return UNUSED;
                    }
                }
                default -> {}
            }
        }
        return null;
    }
}
