package dev.relogrid.gate.render;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Baseline;
import dev.relogrid.gate.Delta;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.policy.Policy;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.Found;
import dev.relogrid.report.AnswerClass.ProgramAnswer;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Puts suites together, of reports of real objects and of such as nobody compiled. */
final class Suites {
    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    static final Provenance KNOWN = new Provenance("1.2.3", "0a1b2c", "2026-11-20T00:00:00Z");
    static final Rendering DOCS = new Rendering(Rendering.PLAIN.sources(), "https://example.org/docs/verdicts/");

    private Suites() {}

    /** One object that no policy is about and nothing is compared with. */
    static Suite of(Report report) {
        return Suite.of(Member.of(report), KNOWN);
    }

    /** Objects every kernel of which is required. */
    static Suite of(List<Report> reports, String policy) {
        return suite(members(reports, Policy.parse(policy), null), policy, null);
    }

    /** The same compared with what was before. */
    static Suite compared(List<Report> reports, List<Report> before, String policy) {
        Policy parsed = Policy.parse(policy);
        Baseline was = Baseline.of("main.json", members(before, parsed, null));
        return suite(members(reports, parsed, was), policy, was);
    }

    private static Suite suite(List<Member> members, String policy, @Nullable Baseline was) {
        List<String> names = members.stream().map(Member::name).toList();
        return new Suite(
                "",
                members,
                List.of(),
                policy.isEmpty() ? "" : ".relogrid",
                was == null ? "" : was.label(),
                was == null ? List.of() : was.renamed(names).removed(names),
                KNOWN);
    }

    /** The same suite with objects that were not answered. */
    static Suite with(Suite suite, Unread... unread) {
        return new Suite(
                suite.name(),
                suite.members(),
                List.of(unread),
                suite.policy(),
                suite.against(),
                suite.removed(),
                suite.provenance());
    }

    private static List<Member> members(List<Report> reports, Policy policy, @Nullable Baseline was) {
        List<String> names =
                reports.stream().map(report -> report.subject().name()).toList();
        Baseline before = was == null ? null : was.renamed(names);
        List<Member> members = new ArrayList<>();
        for (Report report : reports) {
            List<String> kernels = new ArrayList<>(report.kernels());
            kernels.addAll(report.unanswered());
            var verdict = policy.apply(report, List.of(), kernels, TODAY);
            Delta delta = before == null
                    ? null
                    : Delta.of(before.object(report.subject().name()), report, verdict);
            members.add(new Member(report, verdict, delta));
        }
        return members;
    }

    /** A cause at a line of {@code src/probe.bpf.c}, whose function is the program of {@link #report}. */
    static CauseCard cause(CauseCode code, Effect effect, String wanted, int line) {
        return cause(code, effect, wanted, "src/probe.bpf.c", line);
    }

    static CauseCard cause(CauseCode code, Effect effect, String wanted, String file, int line) {
        CauseCard.Place place = new CauseCard.Place("on_open", line, file, line, 3, "i->i_ctime", 1);
        return new CauseCard(code, effect, Stage.LOAD, false, wanted, place, null, List.of(), List.of(), "");
    }

    /**
     * An object of one program.
     *
     * @param isOn takes the number of a kernel and that of a cause
     */
    static Report report(String name, int kernels, List<CauseCard> causes, BiPredicate<Integer, Integer> isOn) {
        List<String> ids = new ArrayList<>();
        List<AnswerClass> classes = new ArrayList<>();
        int[] classOf = new int[kernels];
        for (int i = 0; i < kernels; i++) {
            ids.add("debian/suite" + i % 50 + "/amd64/6." + i / 10 + "." + i + "-amd64");
            classOf[i] = i;
            classes.add(answer(i, causes, isOn));
        }
        Subject subject =
                new Subject(name, null, List.of(new Subject.ProgramName("on_open", "kprobe/x")), 1, List.of());
        return new Report(subject, ids, classOf, classes, causes, List.of(), List.of());
    }

    private static AnswerClass answer(int kernel, List<CauseCard> causes, BiPredicate<Integer, Integer> isOn) {
        List<Found> found = new ArrayList<>();
        Verdict worst = Verdict.OK;
        for (int c = 0; c < causes.size(); c++) {
            if (isOn.test(kernel, c)) {
                found.add(new Found(c, "it has none", "", List.of(0)));
                worst = worst.worst(causes.get(c).effect().verdict());
            }
        }
        String reason = worst == Verdict.OK ? "" : "kernel " + kernel + " lacks something";
        return new AnswerClass(worst, reason, List.of(new ProgramAnswer(worst, reason)), found);
    }

    /** Sixty objects on five hundred kernels, most of which lack something that one object or another wants. */
    static List<Report> large() {
        List<Report> reports = new ArrayList<>();
        for (int object = 0; object < 60; object++) {
            List<CauseCard> causes = new ArrayList<>();
            for (int c = 0; c < 30; c++) {
                Effect effect = Effect.values()[c % Effect.values().length];
                causes.add(cause(CauseCode.FIELD_MISSING, effect, "struct s" + c + ".member_" + object, 10 * c + 1));
            }
            int offset = object;
            reports.add(report("out/probe" + object + ".bpf.o", 500, causes, (k, c) -> (k + offset) % (c + 2) == 0));
        }
        return reports;
    }
}
