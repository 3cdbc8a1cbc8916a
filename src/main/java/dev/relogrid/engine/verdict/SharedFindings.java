package dev.relogrid.engine.verdict;

import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings of an object on a kernel, of which those that say the same of several programs are one. */
final class SharedFindings {
    private final List<Finding> findings;
    private final Map<Alike, Integer> places = new HashMap<>();

    /** @param first those that are about all programs */
    SharedFindings(List<Finding> first) {
        this.findings = new ArrayList<>(first);
    }

    /** Adds those of one program. */
    void add(List<Finding> more) {
        for (Finding finding : more) {
            Integer at = places.putIfAbsent(new Alike(finding), findings.size());
            if (at == null) {
                findings.add(finding);
            } else {
                List<Program> programs = new ArrayList<>(findings.get(at).programs());
                programs.addAll(finding.programs());
                findings.set(at, finding.with(programs));
            }
        }
    }

    List<Finding> list() {
        return List.copyOf(findings);
    }

    /** A finding by what it says, of whatever programs. */
    private static final class Alike {
        private final Finding finding;

        Alike(Finding finding) {
            this.finding = finding;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Alike alike && finding.isAlike(alike.finding);
        }

        @Override
        public int hashCode() {
            return finding.hashCode();
        }
    }
}
