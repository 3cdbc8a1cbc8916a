package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.extern.ExternResult.Status;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.object.Extern;
import org.jspecify.annotations.Nullable;

/**
 * Puts results together.
 *
 * @param extern what they are about
 * @param wanted what obstacles call it
 */
record Answer(Extern extern, String wanted) {

    /** A noun phrase. */
    static String wanted(Extern extern) {
        String name = extern.name();
        return switch (extern.kind()) {
            case KCONFIG -> "kernel option " + name;
            case KSYM_TYPED -> "kernel variable " + name;
            case KSYM_UNTYPED -> "kernel symbol " + name;
            case KFUNC -> "kernel function " + EssentialName.of(name);
        };
    }

    ExternResult resolved(Known known) {
        return new ExternResult(extern, Status.RESOLVED, known, null, "", null);
    }

    /** A weak one without harm. */
    ExternResult zero(Known known, String has) {
        return new ExternResult(extern, Status.WEAK_ZERO, known, null, has, null);
    }

    /** Of no use to libbpf for a reason the object's author may not expect. */
    ExternResult zero(CauseCode code, String has) {
        return new ExternResult(extern, Status.WEAK_ZERO, Known.ABSENT, null, has, obstacle(code, Level.WARNING, has));
    }

    /** Too little is known to say. */
    ExternResult unknown(CauseCode code, String has) {
        return new ExternResult(extern, Status.UNKNOWN, Known.UNKNOWN, null, has, obstacle(code, Level.UNKNOWN, has));
    }

    ExternResult error(Step stop, CauseCode code, String has) {
        return failure(Status.ERROR, Known.UNKNOWN, stop, obstacle(code, Level.ERROR, has));
    }

    /** Strong, and nowhere. */
    ExternResult absent(Step stop, CauseCode code, String has) {
        Known known = extern.kind() == Extern.Kind.KCONFIG ? Known.UNKNOWN : Known.ABSENT;
        return failure(Status.UNRESOLVED, known, stop, obstacle(code, Level.ERROR, has));
    }

    private ExternResult failure(Status status, Known known, @Nullable Step stop, Obstacle obstacle) {
        return new ExternResult(extern, status, known, stop, obstacle.has(), obstacle);
    }

    /** libbpf carries on, and the kernel refuses whatever refers to it. */
    ExternResult refusedLater(CauseCode code, String has) {
        Obstacle obstacle = new Obstacle(code, Level.ERROR, Stage.LOAD, Place.of(extern), wanted, has);
        return failure(Status.RESOLVED, Known.UNKNOWN, null, obstacle);
    }

    private Obstacle obstacle(CauseCode code, Level level, String has) {
        return new Obstacle(code, level, Stage.RELOCATE, Place.of(extern), wanted, has);
    }
}
