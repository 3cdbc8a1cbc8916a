package dev.relogrid.engine.verdict;

import dev.relogrid.engine.extern.ExternResult;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds of all programs of an object alike, and how verdicts of programs become the object's. */
final class WholeObject {
    private final List<Program> loaded;
    /** What libbpf stops at in the records themselves, on every kernel; empty for nothing. */
    private final String flaw;

    /** @param loaded its programs that are loaded */
    WholeObject(BpfObject object, List<Program> loaded) {
        this.loaded = loaded;
        this.flaw = new PassedOver(object).refusal();
    }

    /** What is in the way of the whole object, in the order libbpf comes to it. */
    List<Finding> findings(Answers answers) {
        List<Finding> findings = new ArrayList<>();
        for (ExternResult extern : answers.externs()) {
            add(extern.obstacle(), extern.extern().weak(), findings);
        }
        for (Setback setback : answers.setbacks()) {
            if (setback.status() == Status.ERROR) {
                findings.add(new Finding(setback.obstacle(), setback.relocation(), Effect.BREAKS, loaded, ""));
            }
        }
        for (Obstacle obstacle : answers.obstacles()) {
            if (isOfAll(obstacle)) {
                add(obstacle, false, findings);
            }
        }
        return findings;
    }

    /** Whether libbpf gives up before it relocates anything. */
    static boolean hasFailedExtern(Answers answers) {
        for (ExternResult extern : answers.externs()) {
            if (extern.fails()) {
                return true;
            }
        }
        return false;
    }

    private void add(@Nullable Obstacle obstacle, boolean optional, List<Finding> to) {
        if (obstacle == null || optional && obstacle.level() != Obstacle.Level.ERROR) {
            return;
        }
        to.add(new Finding(obstacle, null, effect(obstacle), loaded, ""));
    }

    /** What an obstacle comes to that is not about an instruction. */
    static Effect effect(Obstacle obstacle) {
        return switch (obstacle.level()) {
            case WARNING -> Effect.WARNS;
            case UNKNOWN ->
                switch (obstacle.code()) {
                    case KCONFIG_UNKNOWN, MAP_INNER_UNSET -> Effect.DEPENDS;
                    default -> Effect.UNDECIDED;
                };
            case ERROR -> Effect.BREAKS;
        };
    }

    static boolean isOfAll(Obstacle obstacle) {
        return obstacle.place().program() == null && !obstacle.place().isInsn();
    }

    /**
     * The verdict on the object.
     *
     * @param ofAll what is in the way of every program
     * @param each what is said of the programs, one for each that is loaded
     */
    KernelVerdict verdict(String kernel, List<Finding> ofAll, List<ProgramJudge.Said> each) {
        SharedFindings findings = new SharedFindings(ofAll);
        List<ProgramVerdict> programs = new ArrayList<>(each.size());
        Finding worstOfAll = worst(ofAll);
        Verdict worst = worstOfAll == null ? Verdict.OK : worstOfAll.effect().verdict();
        String reason = worstOfAll == null ? "" : Explanations.ofAll(worstOfAll);
        if (worst != Verdict.BROKEN && !flaw.isEmpty()) {
            worst = Verdict.BROKEN;
            reason = flaw;
        }
        Verdict common = worst;
        String commonReason = reason;
        for (ProgramJudge.Said said : each) {
            findings.add(said.findings());
            ProgramVerdict own = said.verdict();
            boolean better = own.verdict().compareTo(common) <= 0;
            programs.add(
                    better && common != Verdict.OK ? new ProgramVerdict(own.program(), common, commonReason) : own);
            if (own.verdict().compareTo(worst) > 0) {
                worst = own.verdict();
                reason = loaded.size() == 1 ? own.reason() : own.program().name() + ": " + own.reason();
            }
        }
        return new KernelVerdict(kernel, worst, reason, List.copyOf(programs), findings.list());
    }

    /** The first of the worst; null of none. */
    static @Nullable Finding worst(List<Finding> findings) {
        Finding worst = null;
        for (Finding finding : findings) {
            if (worst == null || finding.effect().compareTo(worst.effect()) > 0) {
                worst = finding;
            }
        }
        return worst;
    }

    /** One verdict for the object and every program. */
    KernelVerdict same(String kernel, Verdict verdict, String reason, List<Finding> findings) {
        List<ProgramVerdict> programs = new ArrayList<>(loaded.size());
        for (Program program : loaded) {
            programs.add(new ProgramVerdict(program, verdict, reason));
        }
        return new KernelVerdict(kernel, verdict, reason, List.copyOf(programs), findings);
    }
}
