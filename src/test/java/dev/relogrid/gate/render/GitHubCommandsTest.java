package dev.relogrid.gate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.policy.Policy;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GitHub is told at lines of source. */
final class GitHubCommandsTest {
    private static List<String> lines(Suite suite) {
        return lines(suite, Rendering.PLAIN);
    }

    private static List<String> lines(Suite suite, Rendering rendering) {
        return Form.GITHUB.render(suite, rendering).lines().toList();
    }

    private static List<CauseCard> causes(int many, Effect effect) {
        List<CauseCard> causes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            causes.add(Suites.cause(CauseCode.FIELD_MISSING, effect, "struct a.m" + i, i + 1));
        }
        return causes;
    }

    @Test
    void aCauseIsAnErrorAtItsLineAndTheHeadlineIsLast() {
        Suite suite = Suites.of(Suites.report("probe.o", 2, causes(1, Effect.BREAKS), (k, c) -> true));
        assertEquals(
                List.of(
                        "::error file=src/probe.bpf.c,line=1,col=3,title=FIELD_MISSING in probe.o::probe.o: on_open breaks "
                                + "on 2 of 2 kernels: struct a.m0: it has none",
                        suite.headline()),
                lines(suite));
    }

    @Test
    void whatSeparatesIsEscaped() {
        CauseCard odd = Suites.cause(CauseCode.TYPE_MISSING, Effect.BREAKS, "100%, a: b", "a,b:c%.c", 7);
        String line = lines(Suites.of(Suites.report("x,y:z.o", 1, List.of(odd), (k, c) -> true)))
                .getFirst();
        assertTrue(
                line.startsWith(
                        "::error file=a%2Cb%3Ac%25.c,line=7,col=3,title=TYPE_MISSING in x%2Cy%3Az.o::x,y:z.o: "),
                line);
        assertTrue(line.contains(": 100%25, a: b: "), line);
    }

    @ParameterizedTest
    @CsvSource({"'100%', 100%25, 100%25", "'a:b,c', 'a:b,c', a%3Ab%2Cc", "'a\r\nb', a%0D%0Ab, a%0D%0Ab"})
    void dataAndPropertiesAreEscapedAsTheRunnerReadsThem(String text, String data, String property) {
        assertEquals(data, GitHubCommands.escaped(text));
        assertEquals(property, GitHubCommands.escapedProperty(text));
    }

    @Test
    void aNameIsNoCommand() {
        Report report = Suites.report("a\n::stop-commands::x.o", 1, causes(1, Effect.BREAKS), (k, c) -> true);
        Suite suite = Suites.with(Suites.of(report), new Unread("b\r::error::y.o", "unreadable", "gone\n::error::z"));
        List<String> lines = lines(suite);
        assertEquals(3, lines.size());
        assertTrue(lines.stream().limit(2).allMatch(line -> line.startsWith("::error ")), lines::toString);
    }

    @ParameterizedTest
    @CsvSource({"BREAKS, error", "WARNS, warning", "UNDECIDED, warning", "DEPENDS, warning"})
    void tenOfALevelAreTheMostThatAreShown(Effect effect, String level) {
        List<String> nine = lines(Suites.of(Suites.report("a.o", 1, causes(9, effect), (k, c) -> true)));
        List<String> more = lines(Suites.of(Suites.report("a.o", 1, causes(12, effect), (k, c) -> true)));
        assertEquals(10, nine.size());
        assertEquals(11, more.size());
        assertTrue(more.stream().limit(10).allMatch(line -> line.startsWith("::" + level + " ")), more::toString);
        assertEquals("::" + level + " title=Relogrid::3 more " + level + "s; the report has them all", more.get(9));
    }

    @Test
    void whatIsGuardedOrAcceptedIsNotToldOf() {
        Report guarded = Suites.report("a.o", 1, causes(3, Effect.GUARDED), (k, c) -> true);
        Report broken = Suites.report("b.o", 1, causes(1, Effect.BREAKS), (k, c) -> true);
        Suite suite = Suites.of(
                List.of(guarded, broken), "ignore: [{code: FIELD_MISSING, reason: not yet, until: 2026-12-31}]");
        assertEquals(List.of(suite.headline()), lines(suite));
    }

    @Test
    void comparedOnlyWhatIsNewIsTold() {
        List<CauseCard> two = causes(2, Effect.BREAKS);
        Report before = Suites.report("a.o", 4, two, (k, c) -> c == 0);
        Report after = Suites.report("a.o", 4, two, (k, c) -> c == 0 || k > 1);
        List<String> lines = lines(Suites.compared(List.of(after), List.of(before), ""));
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().contains("line=2,"), lines::toString);
        assertEquals(
                1, lines(Suites.compared(List.of(after), List.of(after), "")).size());
    }

    @Test
    void aKernelThatOnlyBreaksForWhatWasKnownIsToldOfAllTheSame() {
        List<CauseCard> warns = causes(1, Effect.WARNS);
        List<CauseCard> breaks = causes(1, Effect.BREAKS);
        Report before = Suites.report("a.o", 2, warns, (k, c) -> true);
        Report after = Suites.report("a.o", 2, breaks, (k, c) -> true);
        Suite suite = Suites.compared(List.of(after), List.of(before), "");
        assertEquals(1, suite.outcome().exitCode());
        assertTrue(lines(suite).getFirst().startsWith("::error "), lines(suite)::toString);
    }

    @Test
    void aKernelThatIsOnlyWatchedIsAWarning() {
        List<CatalogEntry> entries = Samples.KERNELS.stream()
                .map(kernel -> Objects.requireNonNull(kernel.entry()))
                .toList();
        Report report = Samples.report("ctime");
        Policy policy = Policy.parse("required: ['debian 11']\nwatch: ['debian 13']");
        Member member = new Member(report, policy.apply(report, entries, Suites.TODAY), null);
        List<String> lines = lines(Suite.of(member, null));
        assertTrue(lines.getFirst().startsWith("::warning file=samples/ctime.bpf.c,line=18,"), lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("::error")), lines::toString);
    }

    @Test
    void aSourceThatIsNoFileHereIsToldWithoutOne() {
        Suite suite = Suites.of(Samples.report("ctime"));
        String line = lines(suite, new Rendering(_ -> null, null)).getFirst();
        assertTrue(line.startsWith("::error title=FIELD_RENAMED in ctime.bpf.o::ctime.bpf.o: "), line);
        assertTrue(line.endsWith(" (samples/ctime.bpf.c:18, which is no file of this repository)"), line);
    }

    @Test
    void whatWasNotAnsweredAndWhatIsWrongWithThePolicyAreErrors() {
        Report fine = Suites.report("a.o", 1, List.of(), (k, c) -> true);
        Suite suite = Suites.with(
                Suites.of(List.of(fine), "ignore: [{path: a.b, reason: not yet, until: 2026-11-01}]"),
                new Unread("b.o", "malformed", "it is cut off"));
        assertEquals(
                List.of(
                        "::error file=.relogrid,title=Policy::The policy no longer accepts a.b: its entry ended on 2026-11-01",
                        "::error title=No answer for b.o::b.o: it is cut off",
                        suite.headline()),
                lines(suite));
    }
}
