package dev.relogrid.engine.extern;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.object.Extern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one extern on a kernel. Holds on to nothing of the kernel and says nothing that is true of one kernel
 * alone: equal ones mean kernels that are alike in this.
 *
 * @param extern the extern
 * @param status what libbpf makes of it
 * @param known what the verifier sees of it
 * @param stop the step at which libbpf gives up because of it, or would if nothing else had ended it before; null when it
 *     does not
 * @param has what the kernel has instead, a clause; empty when it is resolved and nothing is to be said
 * @param obstacle what stands in the object's way; null when nothing does, as of a weak one that is absent
 */
public record ExternResult(
        Extern extern,
        Status status,
        Known known,
        @Nullable Step stop,
        String has,
        @Nullable Obstacle obstacle) {

    /** What libbpf makes of an extern. */
    public enum Status {
        /** It is there, with a value or an address. */
        RESOLVED("resolved"),
        /** It is weak and absent: zero. */
        WEAK_ZERO("weak-zero"),
        /** It is there, and is not what the object takes it for: libbpf gives up, weak or not. */
        ERROR("error"),
        /** It is strong and absent: libbpf gives up. */
        UNRESOLVED("unresolved"),
        /** libbpf gave up before it came to it; what else is said of it is what it would have found. */
        NOT_TRIED("not-tried"),
        /** Too little is known of the kernel. */
        UNKNOWN("unknown");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** For programs. */
        public String word() {
            return word;
        }
    }

    /** Whether libbpf gives up the whole object because of it, unless another extern made it do so before. */
    public boolean fails() {
        return status == Status.ERROR || status == Status.UNRESOLVED;
    }

    /** What the object wants and what it gets, as one line; empty when nothing stands in its way. */
    public String sentence() {
        return obstacle == null ? "" : obstacle.wanted() + ": " + obstacle.has();
    }

    ExternResult notTried() {
        return new ExternResult(extern, Status.NOT_TRIED, known, stop, has, obstacle);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExternResult result
                && extern.symbolIndex() == result.extern.symbolIndex()
                && extern.name().equals(result.extern.name())
                && status == result.status
                && stop == result.stop
                && known.equals(result.known)
                && has.equals(result.has)
                && sameObstacle(result.obstacle);
    }

    /** Its place is the extern's and its {@code has} is compared already. */
    private boolean sameObstacle(@Nullable Obstacle other) {
        if (obstacle == null || other == null) {
            return obstacle == null && other == null;
        }
        return obstacle.code() == other.code() && obstacle.level() == other.level();
    }

    @Override
    public int hashCode() {
        return 31 * (31 * extern.symbolIndex() + status.ordinal()) + 31 * known.hashCode() + Objects.hashCode(has);
    }
}
