package dev.relogrid.report;

import dev.relogrid.engine.advice.Grade;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.report.history.HistoryLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thing a person fixes: one obstacle with all there is to know of it that is the same on every kernel.
 *
 * @param code what it is, in the light of what was found to have taken its place
 * @param effect what it comes to
 * @param stage where it shows
 * @param wholeObject whether it is about the object, not about a program or an instruction
 * @param wanted what the object wants, a noun phrase
 * @param place the instruction it is about; null when about none
 * @param access the relocation it is about; null when about none
 * @param nearest what may have taken its place, the likeliest first
 * @param history what became of it over all kernels of the archive, one line for each kind of kernel that differs; none
 *     where nothing changes
 * @param fix C that works before and after; empty where none is sure to
 */
public record CauseCard(
        CauseCode code,
        Effect effect,
        Stage stage,
        boolean wholeObject,
        String wanted,
        @Nullable Place place,
        @Nullable Access access,
        List<Nearest> nearest,
        List<HistoryLine> history,
        String fix) {

    /** The number of the first relocation it is about; -1 when about none. */
    public int number() {
        return access == null ? -1 : access.relocations.getFirst();
    }

    /** The same with what was found out about it. */
    CauseCard with(CauseCode found, List<Nearest> near, List<HistoryLine> told, String snippet) {
        return new CauseCard(found, effect, stage, wholeObject, wanted, place, access, near, told, snippet);
    }

    /**
     * An instruction and its source line.
     *
     * @param function the program or sub-program that holds it
     * @param insn its slot there
     * @param file as the compiler wrote it; null without line information, and the four below mean nothing then
     * @param line from 1
     * @param column from 1, 0 when not known
     * @param text the line itself, may be empty
     * @param places how many instructions the cause is about, this one among them
     */
    public record Place(
            String function, int insn, @Nullable String file, int line, int column, String text, int places) {}

    /**
     * A relocation's access in the object's own types.
     *
     * @param relocations numbers of all relocations the cause is about, the first of which the rest describes
     * @param kind as libbpf prints it: {@code byte_off}; {@link #UNKNOWN} of a kind libbpf does not know
     * @param spec as libbpf prints it: {@code [5] struct task_struct.pid (0:81 @ offset 2536)}; null when there is none
     * @param raw {@code 0:81}; null when there is no spec
     * @param root {@code struct task_struct}; empty unless the relocation is about a field
     * @param steps what is accessed, one by one: names of members, {@code [3]} for elements
     * @param missing index of the step that has no counterpart; -1 when none is to blame
     */
    public record Access(
            List<Integer> relocations,
            String kind,
            @Nullable String spec,
            @Nullable String raw,
            String root,
            List<String> steps,
            int missing) {
        public static final String UNKNOWN = "unknown";
    }

    /** What may be used instead; {@code type} is C, empty where it has none; {@code reasons} are clauses. */
    public record Nearest(String path, String type, Grade grade, List<String> reasons) {}
}
