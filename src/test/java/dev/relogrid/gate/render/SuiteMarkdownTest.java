package dev.relogrid.gate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a comment on a change says, and that there is room for it. */
final class SuiteMarkdownTest {
    private static final CauseCard BREAKS =
            Suites.cause(CauseCode.FIELD_MISSING, Effect.BREAKS, "struct inode.i_ctime", 18);

    private static String comment(Suite suite) {
        return Form.MARKDOWN.render(suite, Suites.DOCS);
    }

    private static Report fine(String name) {
        return Suites.report(name, 3, List.of(), (k, c) -> false);
    }

    private static Report broken(String name) {
        return Suites.report(name, 3, List.of(BREAKS), (k, c) -> k == 2);
    }

    @Test
    void saysWhatBreaksWhereAndHowToFixIt() {
        String text = comment(Suites.of(Samples.report("ctime")));
        List<String> lines = text.lines().toList();
        assertTrue(lines.getFirst().startsWith("\u2717 `ctime.bpf.o`: **passes on "), text);
        assertEquals("<!-- relogrid: ctime.bpf.o -->", lines.get(1));
        assertTrue(text.contains("| debian/trixie 6.12 | "), text);
        assertTrue(text.contains("- `samples/ctime.bpf.c:18` \u2014 "), text);
        assertTrue(text.contains("[FIELD_RENAMED](https://example.org/docs/verdicts/FIELD_RENAMED)"), text);
        assertTrue(text.contains("; nearest there: `"), text);
        assertTrue(text.contains("```c\n"), text);
        assertTrue(text.contains("<details>") && text.contains("</details>"), text);
        assertTrue(text.endsWith("<sub>relogrid 1.2.3, archive 0a1b2c of 2026-11-20T00:00:00Z</sub>\n"), text);
    }

    @Test
    void beginsWithWhatChanged() {
        Report broken = Samples.report("ctime");
        Report fixed = Samples.report("ctime_fixed");
        String better = comment(Suites.compared(List.of(fixed), List.of(broken), ""));
        assertTrue(better.matches("(?s)\u2713 `ctime_fixed.bpf.o`: \\*\\*\\d+ kernels fixed\\*\\*, .*"), better);
        String worse = comment(Suites.compared(List.of(broken), List.of(fixed), ""));
        assertTrue(worse.matches("(?s)\u2717 `ctime.bpf.o`: \\*\\*\\d+ kernels broke\\*\\*, .*"), worse);
        assertTrue(worse.contains("- **new**: `samples/ctime.bpf.c:18`"), worse);
        assertTrue(worse.contains("| kernels | builds | change | now | why |"), worse);
        assertFalse(worse.contains("| debian/bullseye 5.10 |"), worse);
    }

    @Test
    void isOneLineWhereNothingChanged() {
        Suite same = Suites.compared(List.of(broken("a.o"), fine("b.o")), List.of(broken("a.o"), fine("b.o")), "");
        assertEquals("""
                \u2713 **3 kernels unchanged**; 1 of 2 objects does not pass, on 1 of 3 required kernels
                <!-- relogrid: suite -->
                """, comment(same));
    }

    @Test
    void objectsThatPassAreOnlyCounted() {
        String text = comment(Suites.of(List.of(fine("a.o"), broken("b.o"), fine("c.o")), ""));
        assertTrue(text.startsWith("\u2717 **1 of 3 objects does not pass**, on 1 of 3 required kernels\n"), text);
        assertTrue(text.contains("| `b.o` | Passes on 2 of 3 required kernels, fails on 1 |"), text);
        assertTrue(text.contains("\n2 more objects pass.\n"), text);
        assertFalse(text.contains("`a.o`"), text);
        assertTrue(text.contains("| debian/suite2 6.0 | 1 | \u2717 breaks | b.o: kernel 2 lacks something |"), text);
        assertTrue(text.contains("- `src/probe.bpf.c:18` \u2014 `b.o`: on_open breaks on 1 of 3 kernels"), text);
    }

    @Test
    void whatAllPassIsFolded() {
        String text = comment(Suites.of(List.of(fine("a.o"), fine("b.o")), ""));
        assertTrue(text.startsWith("\u2713 **all 2 objects pass on 3 required kernels**\n"), text);
        assertTrue(text.contains("\n2 objects pass.\n"), text);
        assertTrue(text.contains("<summary>3 kernel families</summary>\n\n| kernels |"), text);
    }

    @Test
    void whatIsAcceptedStaysVisible() {
        String text = comment(
                Suites.of(List.of(broken("a.o")), "ignore: [{path: inode, reason: 'next *week*', until: 2026-12-31}]"));
        assertTrue(text.startsWith("\u2713 "), text);
        assertTrue(
                text.contains(
                        "- ~~`src/probe.bpf.c:18` \u2014 on_open breaks on 1 of 3 kernels (debian/suite2/amd64/6.0.2-amd64"
                                + "): struct inode.i_ctime: it has none~~ ([FIELD_MISSING]("),
                text);
        assertTrue(text.contains(" accepted until 2026-12-31: next \\*week\\*\n"), text);
        assertTrue(text.contains("| 1 | accepted | "), text);
    }

    @Test
    void whatIsNotAnsweredOrNotThereIsTold() {
        Suite compared = Suites.compared(List.of(fine("a.o")), List.of(fine("a.o"), fine("gone.o")), "");
        String text = comment(Suites.with(compared, new Unread("x|y.o", "malformed", "it is cut off")));
        assertTrue(text.startsWith("? "), text);
        assertTrue(text.contains("\n**Not answered**\n\n- `x\\|y.o`: it is cut off\n"), text);
        assertTrue(text.contains("\n**There before, and not now**\n\n- `gone.o`\n"), text);
    }

    @Test
    void anEntryThatHasExpiredIsTold() {
        String text =
                comment(Suites.of(List.of(fine("a.o")), "ignore: [{path: a.b, reason: not yet, until: 2026-11-01}]"));
        assertTrue(text.startsWith("\u2717 "), text);
        assertTrue(text.contains("- The policy no longer accepts a.b: its entry ended on 2026-11-01.\n"), text);
    }

    @Test
    void aLineSeveralObjectsHaveInCommonIsOneRow() {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            reports.add(broken("o" + i + ".o"));
        }
        String text = comment(Suites.of(reports, ""));
        assertTrue(text.contains("; also in `o1.o`, `o2.o`, `o3.o` and 3 more objects\n"), text);
        assertEquals(
                1, text.lines().filter(line -> line.contains("probe.bpf.c:18")).count(), text);
    }

    @Test
    void tenCausesAreShownAndTheRestIsFolded() {
        List<CauseCard> causes = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            causes.add(Suites.cause(CauseCode.FIELD_MISSING, Effect.BREAKS, "struct s.m" + i, i + 1));
        }
        String text = comment(Suites.of(Suites.report("a.o", 2, causes, (k, c) -> true)));
        String shown = text.substring(0, text.indexOf("<details>"));
        assertEquals(
                10, shown.lines().filter(line -> line.startsWith("- `src/")).count(), shown);
        assertTrue(text.contains("<summary>4 more causes</summary>"), text);
    }

    @Test
    void theMarkerIsOfTheSuiteAndNothingElse() {
        Suite one = Suites.of(fine("a --> b.o"));
        assertEquals("<!-- relogrid: a_____b.o -->", SuiteMarkdown.marker(one));
        Suite named = new Suite("nightly", one.members(), List.of(), "", "", List.of(), null);
        assertEquals("<!-- relogrid: nightly -->", SuiteMarkdown.marker(named));
        assertTrue(
                comment(named).startsWith("\u2713 `nightly`: **passes on all 3 required kernels**\n"), comment(named));
    }

    @Test
    void namesAreNoMarkup() {
        CauseCard odd = Suites.cause(
                CauseCode.FIELD_MISSING, Effect.BREAKS, "a|b <img src=x> @octocat *x* `c` [y](z)", "d|`e.c", 1);
        String text = comment(Suites.of(Suites.report("a|b.o", 1, List.of(odd), (k, c) -> true)));
        assertTrue(text.startsWith("\u2717 `a\\|b.o`: "), text);
        assertTrue(text.contains("a\\|b \\<img src=x\\> &#64;octocat \\*x\\* \\`c\\` \\[y\\](z)"), text);
        assertTrue(text.contains("- `d\\|'e.c:1` \u2014 "), text);
    }

    @Test
    void sixtyObjectsOnFiveHundredKernelsFit() {
        Suite suite = Suites.of(Suites.large(), "");
        String comment = SuiteMarkdown.of(suite, Suites.DOCS);
        assertTrue(comment.length() <= SuiteMarkdown.LONGEST_COMMENT, () -> comment.length() + " characters");
        assertWholeRows(comment);
        assertEquals(comment, SuiteMarkdown.of(Suites.of(Suites.large(), ""), Suites.DOCS));
        String summary = SuiteMarkdown.summary(suite, Suites.DOCS);
        int bytes = summary.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= SuiteMarkdown.LARGEST_SUMMARY, () -> bytes + " bytes");
        assertTrue(summary.length() > comment.length(), () -> summary.length() + " characters");
        assertWholeRows(summary);
        Suite compared = Suites.compared(Suites.large(), Suites.large().subList(0, 30), "");
        String changed = comment(compared);
        assertTrue(changed.length() <= SuiteMarkdown.LONGEST_COMMENT, () -> changed.length() + " characters");
        assertWholeRows(changed);
    }

    /** Cut at whole rows, all that was opened is closed, and what is missing is counted. */
    private static void assertWholeRows(String text) {
        List<String> lines = text.lines().toList();
        assertTrue(lines.stream().filter(line -> line.startsWith("| ")).allMatch(line -> line.endsWith(" |")), text);
        assertEquals(1, lines.stream().filter("</details>"::equals).count());
        Matcher leftOut =
                Pattern.compile("\n(\\d+) more rows were left out\\.\n").matcher(text);
        assertTrue(leftOut.find(), text.substring(text.length() - 300));
        int rows = (int) lines.stream().filter(line -> line.startsWith("- ")).count();
        assertTrue(Integer.parseInt(leftOut.group(1)) + rows >= 60 * 30 / 2, leftOut.group());
    }

    @Test
    void signsThatTakeThreeBytesFitInASummaryToo() {
        List<CauseCard> causes = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            causes.add(Suites.cause(CauseCode.FIELD_MISSING, Effect.BREAKS, "\u4e2d".repeat(300), "s" + i + ".c", 1));
        }
        Suite suite = Suites.of(Suites.report("a.o", 1, causes, (k, c) -> true));
        String summary = SuiteMarkdown.summary(suite, Suites.DOCS);
        assertTrue(summary.getBytes(StandardCharsets.UTF_8).length <= SuiteMarkdown.LARGEST_SUMMARY);
        assertTrue(summary.contains(" more rows were left out."), summary.substring(summary.length() - 300));
        assertTrue(comment(suite).length() <= SuiteMarkdown.LONGEST_COMMENT);
    }
}
