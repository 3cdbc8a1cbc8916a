package dev.relogrid.engine.verdict;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle on a kernel, and what it comes to for some programs.
 *
 * @param obstacle what is in the way
 * @param relocation the relocation it comes from; null when from none
 * @param effect what it comes to
 * @param programs those it is so for, in the object's order; all that are loaded when it is about the whole object
 * @param why a clause: why the instruction is reached, what keeps the verifier from it, or what decides; empty when there
 *     is nothing to say
 */
public record Finding(
        Obstacle obstacle, @Nullable RelocationRecord relocation, Effect effect, List<Program> programs, String why) {

    // written out, because what records come with is put together at run time: milliseconds of every cold start

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding finding && isAlike(finding) && programs.equals(finding.programs);
    }

    /** Whether the other says the same of whatever programs. */
    boolean isAlike(Finding other) {
        return obstacle.equals(other.obstacle)
                && number() == other.number()
                && effect == other.effect
                && why.equals(other.why);
    }

    /** The relocation's number, -1 without one. */
    public int number() {
        return relocation == null ? -1 : relocation.number();
    }

    Finding with(List<Program> others) {
        return new Finding(obstacle, relocation, effect, others, why);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * obstacle.hashCode() + number()) + effect.ordinal();
    }
}
