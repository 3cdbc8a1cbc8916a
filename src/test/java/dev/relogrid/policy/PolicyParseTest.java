package dev.relogrid.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy's text says, and the sentences for texts that say nothing. */
final class PolicyParseTest {
    private static final String WHOLE = """
            # as of November
            required:
              - lts and latest
              - '>= 6.6'
            watch: suite:sid
            alternatives:
              - any-of: [open_fentry, open_kprobe]
              - any-of-maps: [events_ringbuf, events_perf]
            ignore:
              - code: FIELD_MISSING
                path: inode.i_ctime
                program: open_kprobe
                reason: only used for a debug print
                until: 2027-03-31
              - path: bpf_loop
                reason: 'falls back'
                until: 2027-01-01
            rodata: {use_ringbuf: true, sample: 5.10, mode: 0x1f}
            autoload: {on_exit: off, on_start: on}
            fail-on: conditional
            """;

    @Test
    void everyKeyIsUnderstood() {
        Policy policy = Policy.parse(WHOLE);
        assertEquals(
                List.of("lts and latest 1", ">= 6.6"),
                policy.required().stream().map(KernelQuery::toString).toList());
        assertEquals(
                List.of("suite:sid"),
                policy.watch().stream().map(KernelQuery::toString).toList());
        assertEquals(
                List.of(
                        new Alternatives(Alternatives.Kind.PROGRAMS, List.of("open_fentry", "open_kprobe")),
                        new Alternatives(Alternatives.Kind.MAPS, List.of("events_ringbuf", "events_perf"))),
                policy.alternatives());
        assertEquals(
                List.of(
                        new Ignore(
                                CauseCode.FIELD_MISSING,
                                "inode.i_ctime",
                                "open_kprobe",
                                "only used for a debug print",
                                LocalDate.of(2027, 3, 31)),
                        new Ignore(null, "bpf_loop", null, "falls back", LocalDate.of(2027, 1, 1))),
                policy.ignores());
        assertEquals(Map.of("use_ringbuf", "true", "sample", "5.10", "mode", "0x1f"), policy.rodata());
        assertEquals(Map.of("on_exit", false, "on_start", true), policy.autoload());
        assertEquals(Verdict.CONDITIONAL, policy.failOn());
    }

    @Test
    void numbersStayAsTheyAreWritten() {
        assertEquals(
                "5.10", Policy.parse("required: [5.10]").required().getFirst().toString());
        assertEquals(
                "5.10", Policy.parse("required: 5.10").required().getFirst().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "# nothing yet\n", "---\n", "\ufeff# a mark of byte order\n"})
    void nothingIsThePolicyOfThoseWhoHaveNone(String text) {
        assertSame(Policy.NONE, Policy.parse(text));
    }

    @Test
    void descriptionSaysAll() {
        assertEquals("""
                Required: lts and latest 1; >= 6.6.
                Watched: suite:sid.
                Alternatives: one of the programs open_fentry, open_kprobe is enough.
                Alternatives: one of the maps events_ringbuf, events_perf is enough.
                Ignored: FIELD_MISSING inode.i_ctime in open_kprobe until 2027-03-31: only used for a debug print
                Ignored: bpf_loop until 2027-01-01: falls back
                Set before load: use_ringbuf = true.
                Set before load: sample = 5.10.
                Set before load: mode = 0x1f.
                Program on_exit is switched off.
                Program on_start is switched on.
                Fails on: conditional and anything worse.
                """, Policy.parse(WHOLE).describe());
        assertEquals("Required: all kernels.\nFails on: broken.\n", Policy.NONE.describe());
    }

    record Bad(String name, String text, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Bad> BAD = List.of(
            new Bad(
                    "a slip of the pen",
                    "watch: all\nrequird: [all]\n",
                    "line 2, column 1: unknown key 'requird'; did you mean 'required'?"),
            new Bad(
                    "a word from elsewhere",
                    "zzzzzzzzzzzz: 1",
                    "line 1, column 1: unknown key 'zzzzzzzzzzzz'; there are required, watch, alternatives, ignore, rodata, "
                            + "autoload, fail-on"),
            new Bad("no keys", "- all", "line 1, column 1: a policy consists of keys with values, found a list"),
            new Bad(
                    "a bad query",
                    "required:\n  - 'debian >='",
                    "line 2, column 5: query 'debian >=', column 10: expected a number or a suite of debian but found the end"),
            new Bad(
                    "no query",
                    "required: []",
                    "line 1, column 11: 'required' has no query; leave it out where nothing is meant"),
            new Bad(
                    "an empty query",
                    "required:",
                    "line 1, column 10: required: expected a single value, found nothing"),
            new Bad(
                    "a query as a folded text",
                    "required:\n  - >= 6.6\n",
                    "line 2, column 6: this is not YAML: expected chomping or indentation indicators, but found =(61); a query "
                            + "with > or * at its beginning has to stand in quotes"),
            new Bad(
                    "a pattern as an alias",
                    "required: [*arm64]",
                    "line 1, column 12: anchors and aliases (& and *) are not used in policies; a pattern that begins with * "
                            + "has to stand in quotes"),
            new Bad(
                    "an anchor",
                    "required: &a [all]",
                    "line 1, column 11: anchors and aliases (& and *) are not used in policies; a pattern that begins with * "
                            + "has to stand in quotes"),
            new Bad("a tag", "required: !!str all", "line 1, column 11: tags (!) are not used in policies"),
            new Bad("twice", "watch: all\nwatch: lts", "line 2, column 1: key 'watch' is there twice"),
            new Bad(
                    "two documents",
                    "watch: all\n---\nwatch: lts",
                    "line 2, column 1: a policy is one YAML document, and here a second one begins"),
            new Bad(
                    "one alternative",
                    "alternatives:\n- any-of: [a]",
                    "line 2, column 11: 'any-of' needs at least two programs, found 1"),
            new Bad(
                    "an alternative twice",
                    "alternatives:\n- any-of: [a, b]\n- any-of: [c, a]",
                    "line 3, column 15: 'a' is already among the programs of an alternative"),
            new Bad(
                    "an alternative of something else",
                    "alternatives:\n- any-off: [a, b]",
                    "line 2, column 3: unknown key 'any-off'; did you mean 'any-of'?"),
            new Bad(
                    "two keys in a group",
                    "alternatives:\n- {any-of: [a, b], any-of-maps: [c, d]}",
                    "line 2, column 3: an entry of 'alternatives' has one key, 'any-of' or 'any-of-maps', not 2"),
            new Bad(
                    "ignoring without a reason",
                    "ignore:\n- code: FIELD_MISSING\n  until: 2027-01-01",
                    "line 2, column 3: an entry of 'ignore' needs a 'reason'"),
            new Bad(
                    "ignoring for ever",
                    "ignore:\n- {code: FIELD_MISSING, reason: x}",
                    "line 2, column 3: an entry of 'ignore' needs 'until', the last day it holds"),
            new Bad(
                    "ignoring everything",
                    "ignore:\n- {reason: x, until: 2027-01-01}",
                    "line 2, column 3: an entry of 'ignore' needs a 'code', a 'path' or a 'program'"),
            new Bad(
                    "no such code",
                    "ignore: [{code: FIELD_MISING, reason: x, until: 2027-01-01}]",
                    "line 1, column 17: unknown code 'FIELD_MISING'; did you mean 'FIELD_MISSING'?"),
            new Bad(
                    "no such day",
                    "ignore: [{code: FIELD_MISSING, reason: x, until: 2027-02-30}]",
                    "line 1, column 50: expected a day like 2027-03-31, found '2027-02-30'"),
            new Bad("no switch", "autoload: {a: maybe}", "line 1, column 15: expected on or off, found 'maybe'"),
            new Bad(
                    "no single value",
                    "rodata: {a: [1]}",
                    "line 1, column 13: the value of 'a': expected a single value, found a list"),
            new Bad(
                    "failing on nothing",
                    "fail-on: brokn",
                    "line 1, column 10: unknown verdict 'brokn'; did you mean 'broken'?"),
            new Bad(
                    "failing on a pass",
                    "fail-on: guarded",
                    "line 1, column 10: unknown verdict 'guarded'; there are broken, unknown, no_btf, conditional, changed"),
            new Bad(
                    "too deep",
                    "required: [[[[[[[[[[[[all]]]]]]]]]]]]",
                    "line 1, column 19: nothing in a policy is nested this deep"));

    @ParameterizedTest
    @FieldSource("BAD")
    void whatIsWrongIsSaidInOneSentence(Bad bad) {
        PolicyProblem problem = assertThrows(PolicyProblem.class, () -> Policy.parse(bad.text));
        assertEquals(bad.message, problem.getMessage());
        assertEquals(
                bad.message, "line " + problem.line() + ", column " + problem.column() + ": " + problem.sentence());
    }

    @Test
    void largeTextsAreRefusedBeforeTheyAreRead() {
        String text = "#" + "x".repeat(Policy.LONGEST);
        PolicyProblem problem = assertThrows(PolicyProblem.class, () -> Policy.parse(text));
        assertEquals("a policy has at most 65536 characters, and this has 65537", problem.sentence());
    }

    /** Each is as large as a policy may be, and made to take long or to grow. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "a", "&a [", "'", "? ", "\u0000", "\ud800", "\ud83d\ude00", "\t"})
    void hostileTextsEndSoon(String part) {
        String text = part.repeat(Policy.LONGEST / part.length());
        PolicyProblem problem = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThrows(PolicyProblem.class, () -> Policy.parse(text)));
        assertTrue(problem.sentence().length() < 300, problem::sentence);
    }
}
