package dev.relogrid.engine.finding;

import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import org.jspecify.annotations.Nullable;

/**
 * One fact that stands between an object and a kernel, before anybody asks whether it matters there. Holds on to nothing
 * of the kernel and says nothing that is true of one kernel alone, such as ids of its types: equal ones mean kernels that
 * are alike in this.
 *
 * @param code what it is
 * @param level how much it weighs
 * @param stage where it shows
 * @param place what it stands in the way of
 * @param wanted what the object wants, a noun phrase: {@code helper bpf_loop (#181)}
 * @param has what the kernel has instead, a clause: {@code its enum bpf_func_id ends at #166}
 */
public record Obstacle(CauseCode code, Level level, Stage stage, Place place, String wanted, String has) {

    /** How much it weighs. */
    public enum Level {
        /** It loads all the same, and may do something else than meant. */
        WARNING,
        /** Whether it matters cannot be said from what is known of the kernel. */
        UNKNOWN,
        /** It fails, where it is reached. */
        ERROR
    }

    /**
     * What an obstacle stands in the way of: an instruction, where one is named; else a program, where one is named; else
     * the whole object.
     *
     * @param program the program it is about, null for the whole object, or for an instruction in whatever program
     *     includes it
     * @param function the program or sub-program that holds the instruction
     * @param insn instruction slot in {@code function}, from its first; -1 when it is about none
     * @param extern the extern it is about
     */
    public record Place(
            @Nullable Program program,
            @Nullable Program function,
            int insn,
            @Nullable Extern extern) {
        public static final Place OBJECT = new Place(null, null, -1, null);

        public static Place of(Program program) {
            return new Place(program, null, -1, null);
        }

        /** An instruction, in whatever program includes the function. */
        public static Place at(Program function, int insn) {
            return new Place(null, function, insn, null);
        }

        public static Place of(Extern extern) {
            return new Place(null, null, -1, extern);
        }

        /** Whether it matters only where the verifier comes to the instruction. */
        public boolean isInsn() {
            return insn >= 0;
        }
    }

    // written out, because what records come with is put together at run time: milliseconds of every cold start

    @Override
    @SuppressWarnings("ReferenceEquality") // programs and externs of one object, each of which is one
    public boolean equals(@Nullable Object other) {
        return other instanceof Obstacle obstacle
                && code == obstacle.code
                && level == obstacle.level
                && stage == obstacle.stage
                && place.program == obstacle.place.program
                && place.function == obstacle.place.function
                && place.insn == obstacle.place.insn
                && place.extern == obstacle.place.extern
                && wanted.equals(obstacle.wanted)
                && has.equals(obstacle.has);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * code.ordinal() + place.insn) + wanted.hashCode()) + has.hashCode();
    }
}
