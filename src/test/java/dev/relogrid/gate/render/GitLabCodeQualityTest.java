package dev.relogrid.gate.render;

import static dev.relogrid.policy.Reported.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Gated;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.SourcePaths;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.policy.Reported;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries are what GitLab takes, each by its own fingerprint, as bad as they are. */
final class GitLabCodeQualityTest {
    private static final Set<String> SEVERITIES = Set.of("info", "minor", "major", "critical", "blocker");
    private static final String POLICY = """
            required: suite:trixie
            watch: suite:bookworm
            ignore:
            - {path: inode.i_ctime, reason: known, until: 2026-12-31}
            - {path: inode.i_mtime, reason: over, until: 2026-10-31}
            """;

    private static JsonNode json(Suite suite, SourcePaths sources) {
        JsonNode json = Schema.JSON.readTree(GitLabCodeQuality.of(suite, sources));
        hold(json);
        return json;
    }

    private static JsonNode json(Suite suite) {
        return json(suite, SourcePaths.AS_COMPILED);
    }

    /** The rules of GitLab's documentation of the format, and of its parser, which drops what breaks them. */
    private static void hold(JsonNode report) {
        assertTrue(report.isArray());
        Set<String> fingerprints = new HashSet<>();
        for (JsonNode entry : report) {
            assertTrue(
                    entry.path("description").isString()
                            && !text(entry, "description").isBlank(),
                    entry::toString);
            assertTrue(text(entry, "check_name").matches("[A-Za-z_]+"), entry::toString);
            assertTrue(text(entry, "fingerprint").matches("[0-9a-f]{64}"), entry::toString);
            assertTrue(fingerprints.add(text(entry, "fingerprint")), () -> "twice: " + entry);
            assertTrue(SEVERITIES.contains(text(entry, "severity")), entry::toString);
            String path = entry.path("location").path("path").asString("");
            assertFalse(path.isEmpty() || path.startsWith("./"), entry::toString);
            JsonNode begin = entry.path("location").path("lines").path("begin");
            assertTrue(begin.isInt() && begin.asInt() >= 1, entry::toString);
        }
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asString("");
    }

    private static List<String> all(JsonNode report, String field) {
        List<String> all = new ArrayList<>();
        report.forEach(entry -> all.add(text(entry, field)));
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctime", "attach", "task_state", "kconfig_guard", "new_features", "no_relos", "big_endian"})
    void samplesAreWhatGitLabTakes(String sample) {
        Report report = Samples.report(sample);
        for (String policy : List.of("", POLICY, "fail-on: no_btf")) {
            Member member = Gated.member(report, policy, null);
            JsonNode json = json(Gated.with(Gated.suite(member), new Unread("b.o", "malformed", "expected ELF")));
            long serious = all(json, "severity").stream()
                    .filter(word -> !word.equals("info") && !word.equals("minor"))
                    .count();
            int failing = member.verdict().failing().size()
                    + member.verdict().expired().size()
                    + member.verdict().problems().size();
            assertEquals(failing + 1, serious, json::toPrettyString);
        }
    }

    @Test
    void anEntryIsACauseAtItsLine() {
        JsonNode entry = json(Gated.suite(Gated.member(Samples.report("ctime"), "", null)))
                .path(0);
        assertEquals("FIELD_RENAMED", text(entry, "check_name"));
        assertEquals("critical", text(entry, "severity"));
        assertEquals("samples/ctime.bpf.c", entry.path("location").path("path").asString());
        assertEquals(18, entry.at("/location/lines/begin").asInt());
        assertTrue(text(entry, "description").startsWith("ctime.bpf.o: on_open breaks on 508 of 615 kernels"));
    }

    @Test
    void theObjectStandsInForASourceTheRepositoryHasNot() {
        JsonNode entry = json(Gated.suite(Gated.member(Samples.report("ctime"), "", null)), _ -> null)
                .path(0);
        assertEquals("ctime.bpf.o", entry.path("location").path("path").asString());
        assertEquals(1, entry.at("/location/lines/begin").asInt());
    }

    @Test
    void whatWasBeforePlaysNoPart() {
        Report report = Samples.report("ctime");
        Member alone = Gated.member(report, "", null);
        Member compared = Gated.member(report, "", Gated.before(alone));
        assertEquals(json(Gated.suite(alone)), json(Gated.suite(compared)));
    }

    @Test
    void severitiesAreWhatThePolicyMakesOfCauses() {
        String old = "debian/bullseye/amd64/5.10.0-32-amd64";
        String now = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";
        Report report = new Reported("p", "q")
                .cause(CauseCode.KFUNC_MISSING, Effect.BREAKS, "everywhere")
                .cause(CauseCode.KFUNC_MISSING, Effect.BREAKS, "somewhere")
                .cause(CauseCode.KFUNC_MISSING, Effect.BREAKS, "accepted")
                .cause(CauseCode.KCONFIG_UNKNOWN, Effect.DEPENDS, "option")
                .cause(CauseCode.KFUNC_MISSING, Effect.GUARDED, "guarded")
                .kernel(old, found(0, 0), found(2, 1), found(4, 0))
                .kernel(now, found(0, 0), found(1, 1), found(3, 0))
                .report();
        String ignore = "ignore: [{path: accepted, reason: known, until: 2026-12-31}]\n";
        assertEquals(List.of("blocker", "critical", "info", "minor"), severities(report, ignore));
        assertEquals(
                List.of("blocker", "critical", "info", "major"), severities(report, ignore + "fail-on: conditional\n"));
        assertEquals(
                List.of("blocker", "info", "info", "info"),
                severities(report, ignore + "required: suite:bullseye\nwatch: suite:trixie\n"));
        assertEquals(List.of("blocker", "info"), severities(report, ignore + "required: suite:bullseye\n"));
    }

    private static List<String> severities(Report report, String policy) {
        return all(json(Gated.suite(Gated.member(report, policy, null))), "severity");
    }

    @Test
    void aVerdictThatComesFromNoCauseIsAnEntryOfTheObject() {
        Report report = new Reported("p")
                .kernel("k", Verdict.BROKEN, "it is not opened")
                .report();
        JsonNode entry = json(Gated.suite(Member.of(report))).path(0);
        assertEquals("NOT_DECIDED", text(entry, "check_name"));
        assertEquals("probe.bpf.o: it is not opened: k", text(entry, "description"));
    }

    @Test
    void damagedReportsBreakTheRules() {
        String good = GitLabCodeQuality.of(
                Gated.suite(Gated.member(Samples.report("ctime"), "", null)), SourcePaths.AS_COMPILED);
        for (String field : List.of("description", "check_name", "fingerprint", "severity", "location")) {
            JsonNode json = Schema.JSON.readTree(good);
            ((ObjectNode) json.path(0)).remove(field);
            assertThrows(AssertionError.class, () -> hold(json), field);
        }
        JsonNode worst = Schema.JSON.readTree(good.replace("critical", "fatal"));
        assertThrows(AssertionError.class, () -> hold(worst));
    }
}
