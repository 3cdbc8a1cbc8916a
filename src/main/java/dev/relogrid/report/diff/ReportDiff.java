package dev.relogrid.report.diff;

import dev.relogrid.report.Report;
import dev.relogrid.report.Subject;
import dev.relogrid.report.diff.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is different between two reports: of two objects, of one object by two engines or on two states of the archive.
 * Kernels are compared that are in both.
 *
 * @param before the object of the first report
 * @param after the object of the second
 * @param objects what changed for the object as a whole: what regressed first
 * @param programs what changed for programs that are in both
 * @param causes what of the causes behind it came and went
 * @param newPrograms names of programs that are in the second only
 * @param removedPrograms names of programs that are in the first only
 * @param newKernels ids of kernels that are in the second only
 * @param removedKernels ids of kernels that are in the first only
 * @param kernels ids of all kernels of either report
 * @param same on how many kernels exactly the same is said of the object and every program
 */
public record ReportDiff(
        Subject before,
        Subject after,
        List<Change> objects,
        List<Change> programs,
        List<CauseChange> causes,
        List<String> newPrograms,
        List<String> removedPrograms,
        List<String> newKernels,
        List<String> removedKernels,
        List<String> kernels,
        int same) {

    public static ReportDiff of(Report before, Report after) {
        Comparison comparison = new Comparison(before, after);
        return new ReportDiff(
                before.subject(),
                after.subject(),
                comparison.objects(),
                comparison.programs(),
                new CauseComparison(before, after).changes(),
                without(names(after), names(before)),
                without(names(before), names(after)),
                without(after.kernels(), before.kernels()),
                without(before.kernels(), after.kernels()),
                all(before.kernels(), after.kernels()),
                comparison.same());
    }

    private static List<String> names(Report report) {
        List<String> names = new ArrayList<>();
        report.subject().programs().forEach(program -> names.add(program.name()));
        return names;
    }

    private static List<String> without(List<String> all, List<String> others) {
        Set<String> left = new LinkedHashSet<>(all);
        left.removeAll(Set.copyOf(others));
        return List.copyOf(left);
    }

    private static List<String> all(List<String> before, List<String> after) {
        Set<String> all = new LinkedHashSet<>(after);
        all.addAll(before);
        return List.copyOf(all);
    }

    /** Ids of kernels on which the object as a whole changed in that way, in their order for each change. */
    public List<String> kernels(Kind kind) {
        List<String> ids = new ArrayList<>();
        for (Change change : objects) {
            if (change.kind() == kind) {
                ids.addAll(change.kernels());
            }
        }
        return ids;
    }

    /** Whether anything at all is different; what is the same need not be told again. */
    public boolean differs() {
        return !objects.isEmpty()
                || !programs.isEmpty()
                || !causes.isEmpty()
                || !newPrograms.isEmpty()
                || !removedPrograms.isEmpty()
                || !newKernels.isEmpty()
                || !removedKernels.isEmpty();
    }
}
