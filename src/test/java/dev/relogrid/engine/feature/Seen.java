package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.fixture.ObjectBuilder;
import java.util.List;

/** Obstacles in a line each, for tests to compare. */
final class Seen {
    static final Insn EXIT = ObjectBuilder.EXIT;

    private Seen() {}

    /** An object of one program that does nothing. */
    static BpfObject idle(String section) {
        return new ObjectBuilder().program(section, "p", EXIT).build();
    }

    static Insn call(int helper) {
        return new Insn(Insn.CALL, 0, 0, 0, helper);
    }

    /** {@code CODE LEVEL STAGE PLACE: WANTED; HAS}. */
    static List<String> on(Kernel kernel, BpfObject object) {
        return FeaturePass.run(Needs.of(object), kernel).stream()
                .map(Seen::line)
                .toList();
    }

    private static String line(Obstacle obstacle) {
        return obstacle.code() + " " + obstacle.level() + " " + obstacle.stage() + " " + place(obstacle.place()) + ": "
                + obstacle.wanted() + "; " + obstacle.has();
    }

    private static String place(Obstacle.Place place) {
        Program program = place.program();
        Program function = place.function();
        String of = program == null ? "" : program.name();
        String at = function == null ? "" : (program == null ? "" : " in ") + function.name();
        String where = of + at + (place.isInsn() ? "+" + place.insn() : "");
        return where.isEmpty() ? "object" : where;
    }
}
