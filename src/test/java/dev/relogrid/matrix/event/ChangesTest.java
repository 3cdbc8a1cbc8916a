package dev.relogrid.matrix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.Report;
import dev.relogrid.report.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is news and what is not. */
final class ChangesTest {
    private static final Happening.State BEFORE = new Happening.State(1, "a".repeat(64), "b".repeat(64), "old");
    private static final Happening.State AFTER = new Happening.State(1, "a".repeat(64), "c".repeat(64), "old");
    private static final Happening.Place PLACE = new Happening.Place(7, "main", "probe.bpf.o", 8);

    /** Kernels that answer as given, without causes. */
    private static Report report(Map<String, Verdict> answers) {
        List<String> kernels = new ArrayList<>();
        List<AnswerClass> classes = new ArrayList<>();
        int[] classOf = new int[answers.size()];
        new TreeMap<>(answers).forEach((kernel, verdict) -> {
            classOf[kernels.size()] = kernels.size();
            kernels.add(kernel);
            classes.add(new AnswerClass(verdict, "", List.of(), List.of()));
        });
        return new Report(
                new Subject("probe.bpf.o", null, List.of(), 0, List.of()),
                kernels,
                classOf,
                classes,
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void brokenIsWhatBreaksNowAndDidNotOrWasNotThere() {
        Changes changes = Changes.between(
                report(Map.of("a", Verdict.OK, "b", Verdict.BROKEN, "c", Verdict.UNKNOWN, "gone", Verdict.OK)),
                report(Map.of("a", Verdict.BROKEN, "b", Verdict.BROKEN, "c", Verdict.BROKEN, "new", Verdict.BROKEN)));
        assertEquals(List.of("a", "c", "new"), changes.broken());
        assertTrue(changes.fixed().isEmpty());
    }

    @Test
    void fixedIsWhatBrokeAndIsStillThere() {
        Changes changes = Changes.between(
                report(Map.of("a", Verdict.BROKEN, "b", Verdict.BROKEN, "gone", Verdict.BROKEN)),
                report(Map.of("a", Verdict.GUARDED, "b", Verdict.UNKNOWN)));
        assertEquals(List.of("a", "b"), changes.fixed());
        assertTrue(changes.broken().isEmpty());
    }

    @Test
    void nothingNewMakesNothingKnown() {
        Changes changes = Changes.between(report(Map.of("a", Verdict.OK)), report(Map.of("a", Verdict.CHANGED)));
        assertTrue(Happening.of(changes, new Happening.Cause(Happening.Why.ARCHIVE, PLACE, BEFORE, AFTER))
                .isEmpty());
    }

    @Test
    void sameChangeHasTheSameKey() {
        Changes broke = Changes.between(report(Map.of("a", Verdict.OK)), report(Map.of("a", Verdict.BROKEN)));
        var cause = new Happening.Cause(Happening.Why.ARCHIVE, PLACE, BEFORE, AFTER);
        var back = new Happening.Cause(Happening.Why.ARCHIVE, PLACE, AFTER, BEFORE);
        String key = Happening.of(broke, cause).getFirst().key();
        assertEquals(key, Happening.of(broke, cause).getFirst().key());
        assertTrue(!key.equals(Happening.of(broke, back).getFirst().key()));
    }
}
