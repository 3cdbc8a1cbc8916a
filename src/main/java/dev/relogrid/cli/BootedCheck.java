package dev.relogrid.cli;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.vm.agreement.Cell;
import java.util.List;

/**
 * One object of a check on one kernel that was booted to prove what is said of it.
 *
 * @param cell what the kernel did
 * @param said of the object on that kernel, without booting it
 * @param disputed programs of which something else was said than happened
 */
record BootedCheck(BootedCell cell, Verdict said, List<Cell> disputed) {
    boolean isDisputed() {
        return !disputed.isEmpty();
    }

    /** Whether a kernel's refusal makes the whole check end as broken. */
    boolean isRefused() {
        return cell.word() == BootedCell.Word.REFUSED || cell.word() == BootedCell.Word.NOT_OPENED;
    }

    /** How the two compare, a clause. */
    String comparison() {
        if (isDisputed()) {
            return "DISAGREES with '" + said.word() + "'";
        }
        if (cell.word() == BootedCell.Word.NOT_DECIDED) {
            return "said: " + said.word();
        }
        return switch (said) {
            case BROKEN ->
                isRefused() ? "as said: breaks" : "as said: what breaks is attaching, or one program of several";
            case OK, GUARDED, CHANGED -> "as said: " + said.word();
            case CONDITIONAL, UNKNOWN, NO_BTF -> "decides what was '" + said.word() + "'";
        };
    }
}
