package dev.relogrid.cli;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.Judged;
import dev.relogrid.report.Remedies;
import dev.relogrid.report.Report;
import dev.relogrid.report.Reports;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object of a check, and what has been found out about it so far. */
final class CheckedObject {
    private final String name;
    private final Judged judged;
    private final List<BootedCheck> booted = new ArrayList<>();
    private @Nullable Report report;

    /**
     * @param name the path as given on the command line, and where in that file it is if not all of it
     * @param sha256 of its bytes; null where nobody asks
     * @param presets values of its variables that the loader sets
     */
    CheckedObject(String name, @Nullable String sha256, BpfObject object, Presets presets) {
        this.name = name;
        this.judged = new Judged(Reports.subject(object, name, sha256), ObjectSpecs.of(object), presets);
    }

    String name() {
        return name;
    }

    BpfObject object() {
        return judged.specs().object();
    }

    Judged judged() {
        return judged;
    }

    /** Puts down what was said of it on all kernels. */
    void conclude(Remedies remedies) {
        report = Reports.of(judged, remedies);
    }

    /** What has been put down. */
    Report report() {
        Report made = report;
        if (made == null) {
            throw new IllegalStateException(name + " has not been judged");
        }
        return made;
    }

    /** What was said of it on that kernel. */
    Verdict said(String kernel) {
        AnswerClass answer = report().answer(kernel);
        return answer == null ? Verdict.UNKNOWN : answer.verdict();
    }

    void addBooted(BootedCheck check) {
        booted.add(check);
    }

    /** What became of it on kernels that were booted; none when nobody asked. */
    List<BootedCheck> booted() {
        return booted;
    }

    /** The one on that kernel; null when it was not booted. */
    @Nullable
    BootedCheck booted(String kernel) {
        for (BootedCheck check : booted) {
            if (check.cell().kernel().equals(kernel)) {
                return check;
            }
        }
        return null;
    }
}
