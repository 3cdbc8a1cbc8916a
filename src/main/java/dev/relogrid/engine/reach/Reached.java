package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the exploration of one program found. Instructions are named by a function and a slot from its first. Holds on to
 * the object and to nothing of the kernel; may be shared by threads.
 */
public final class Reached {
    private final Code code;
    private final OriginPool origins;
    private final Findings findings;

    Reached(Code code, OriginPool origins, Findings findings) {
        this.code = code;
        this.origins = origins;
        this.findings = findings;
    }

    /**
     * Whether the verifier comes to an instruction; the second slot of a 64-bit load goes with the first. Never, when the
     * function is not part of the program.
     */
    public Visit visit(Program function, int insn) {
        int pc = pc(function, insn);
        if (pc < 0) {
            return Visit.NEVER;
        }
        byte visit = findings.visits[pc];
        if (visit == Visit.VISITED.ordinal()) {
            return Visit.VISITED;
        }
        return visit == Visit.MAYBE.ordinal() || findings.why != null ? Visit.MAYBE : Visit.NEVER;
    }

    private int pc(Program function, int insn) {
        int number = code.numberOf(function);
        return number < 0 || insn < 0 || insn >= function.insnCount() ? -1 : code.start(number) + insn;
    }

    /**
     * The branches that something other than plain arithmetic decided on the first path to an instruction, in order. Empty
     * when there are none or it is never visited.
     */
    public List<Decision> pathTo(Program function, int insn) {
        int pc = pc(function, insn);
        List<Decision> decisions = new ArrayList<>();
        for (Path path = pc < 0 ? null : findings.paths[pc]; path != null; path = path.before) {
            decisions.add(decision(path.pc, path.taken, path.origins));
        }
        Collections.reverse(decisions);
        return decisions;
    }

    /**
     * What keeps the verifier from an instruction that it never visits: the decided branches whose other way leads there,
     * nearest first. Empty when it is visited, or no way leads there.
     */
    public List<Decision> keptFrom(Program function, int insn) {
        int pc = pc(function, insn);
        if (pc < 0 || visit(function, insn) != Visit.NEVER) {
            return List.of();
        }
        List<Decision> decisions = new ArrayList<>();
        for (int way : new WaysBack(code, findings).decisionsAround(pc)) {
            boolean taken = (way & 1) != 0;
            decisions.add(decision(way >> 1, taken, findings.decidedBy(way >> 1, taken)));
        }
        return decisions;
    }

    private Decision decision(int pc, boolean taken, int set) {
        int function = code.functionAt(pc);
        return new Decision(
                code.function(function),
                pc - code.start(function),
                taken,
                origins.origins(Math.max(set, OriginPool.NONE)));
    }

    /** The least {@code LINUX_KERNEL_VERSION} for which the same would be found, all else being equal. */
    public long versionFrom() {
        return findings.versionFrom;
    }

    /** The greatest {@code LINUX_KERNEL_VERSION} for which the same would be found, all else being equal. */
    public long versionTo() {
        return findings.versionTo;
    }

    /** Whether a number of an opaque instruction decided a branch, so that this holds for no other kernel. */
    public boolean opaqueDecided() {
        return findings.opaque;
    }

    /** The read-only variables whose values decided branches, in the order they came up. */
    public List<RodataVariable> rodataDecided() {
        return origins.origins(findings.rodata).rodata();
    }

    /** Instructions looked at, each path's anew. */
    public int steps() {
        return findings.steps;
    }

    /** States that were kept to compare others with. */
    public int states() {
        return findings.states;
    }

    /** Whether the exploration was cut short, so that nothing is said to be {@link Visit#NEVER never} visited. */
    public boolean exceeded() {
        return findings.why != null;
    }

    /** Why it was cut short, a clause; null when it was not. */
    public @Nullable String why() {
        return findings.why;
    }

    /** The first thing met that no verifier takes, a clause; paths end there. Null when there was none. */
    public @Nullable String strange() {
        return findings.strange;
    }
}
