package dev.relogrid.policy;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.KernelId;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.Found;
import dev.relogrid.report.AnswerClass.ProgramAnswer;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import dev.relogrid.report.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts reports together: programs, causes, and for each kernel what was found there. */
public final class Reported {
    private final List<String> programs;
    private final List<CauseCard> causes = new ArrayList<>();
    private final List<String> kernels = new ArrayList<>();
    private final List<AnswerClass> classes = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();

    public Reported(String... programs) {
        this.programs = List.of(programs);
    }

    public static List<CatalogEntry> entries(String... ids) {
        return Stream.of(ids)
                .map(id -> new CatalogEntry(
                        KernelId.of(id), new Origin("", "", "", List.of()), null, List.of(), "none is needed here"))
                .toList();
    }

    /** A cause of programs without an instruction, such as what they attach to. */
    public Reported cause(CauseCode code, Effect effect, String wanted) {
        return add(code, effect, wanted, null, false);
    }

    /** A cause of an instruction. */
    public Reported causeIn(String function, CauseCode code, Effect effect, String wanted) {
        return add(code, effect, wanted, function, false);
    }

    public Reported causeOfObject(CauseCode code, Effect effect, String wanted) {
        return add(code, effect, wanted, null, true);
    }

    private Reported add(CauseCode code, Effect effect, String wanted, @Nullable String function, boolean whole) {
        CauseCard.Place place = function == null ? null : new CauseCard.Place(function, 3, null, 0, 0, "", 1);
        causes.add(new CauseCard(code, effect, Stage.LOAD, whole, wanted, place, null, List.of(), List.of(), ""));
        return this;
    }

    public static Found found(int cause, Integer... programs) {
        return new Found(cause, "", "", List.of(programs));
    }

    /** A kernel where these were found; verdicts are what the judge makes of them. */
    public Reported kernel(String id, Found... found) {
        List<ProgramAnswer> answers = new ArrayList<>();
        Verdict worst = Verdict.OK;
        for (int i = 0; i < programs.size(); i++) {
            Verdict verdict = Verdict.OK;
            for (Found each : found) {
                CauseCard card = causes.get(each.cause());
                if (card.wholeObject() || each.programs().contains(i)) {
                    verdict = verdict.worst(card.effect().verdict());
                }
            }
            answers.add(new ProgramAnswer(verdict, ""));
            worst = worst.worst(verdict);
        }
        return kernel(id, new AnswerClass(worst, "", answers, List.of(found)));
    }

    /** A kernel with one verdict that comes from no cause. */
    public Reported kernel(String id, Verdict verdict, String reason) {
        List<ProgramAnswer> answers =
                programs.stream().map(_ -> new ProgramAnswer(verdict, reason)).toList();
        return kernel(id, new AnswerClass(verdict, reason, answers, List.of()));
    }

    private Reported kernel(String id, AnswerClass answer) {
        kernels.add(id);
        classes.add(answer);
        return this;
    }

    public Reported aside(String id) {
        aside.add(id);
        return this;
    }

    public Report report() {
        int[] classOf = new int[kernels.size()];
        for (int i = 0; i < classOf.length; i++) {
            classOf[i] = i;
        }
        List<Subject.ProgramName> names = programs.stream()
                .map(name -> new Subject.ProgramName(name, "kprobe/" + name))
                .toList();
        Subject subject = new Subject("probe.bpf.o", null, names, 0, List.of());
        return new Report(
                subject,
                List.copyOf(kernels),
                classOf,
                List.copyOf(classes),
                List.copyOf(causes),
                List.copyOf(aside),
                List.of());
    }
}
