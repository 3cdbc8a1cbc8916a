package dev.relogrid.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Policies on what was really said of real objects: the words reports use are the words policies are matched with. */
final class RealReportsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String OLD = "debian/bullseye/amd64/5.10.0-32-amd64";
    private static final String MID = "debian/bookworm/arm64/6.1.0-50-cloud-arm64";
    private static final String NEW = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";

    private static final List<CatalogEntry> KERNELS = Reported.entries(OLD, MID, NEW);

    /** What is said of a sample on the old, the middle and the new kernel under a policy. */
    record Case(String sample, String policy, List<Verdict> effective) {
        Case(String sample, String policy, Verdict old, Verdict mid, Verdict now) {
            this(sample, policy, List.of(old, mid, now));
        }
    }

    private static final Verdict OK = Verdict.OK;
    private static final Verdict BROKEN = Verdict.BROKEN;

    static final List<Case> CASES = List.of(
            new Case("new_features", "", BROKEN, BROKEN, OK),
            new Case("new_features", "alternatives: [{any-of-maps: [arena, from_user]}]", BROKEN, OK, OK),
            new Case("new_features", "alternatives: [{any-of-maps: [arena, other]}]", BROKEN, OK, OK),
            new Case("new_features", ignore("path: arena"), BROKEN, OK, OK),
            new Case("new_features", ignore("path: arena") + ignored("path: from_user"), BROKEN, OK, OK),
            new Case(
                    "new_features",
                    ignore("code: MAP_TYPE_UNKNOWN")
                            + ignored("path: bpf_user_ringbuf_drain")
                            + ignored("code: INSN_UNSUPPORTED"),
                    OK,
                    OK,
                    OK),
            new Case("attach", "", BROKEN, OK, OK),
            new Case("attach", "alternatives: [{any-of: [on_folio, on_open]}]", OK, OK, OK),
            new Case("attach", "alternatives: [{any-of: [on_open, on_unlink]}]", BROKEN, OK, OK),
            new Case("attach", ignore("path: folio_mark_accessed"), OK, OK, OK),
            new Case("attach", ignore("program: on_folio"), OK, OK, OK),
            new Case("attach", ignore("program: on_open"), BROKEN, OK, OK));

    private static String ignore(String what) {
        return "ignore:\n" + ignored(what);
    }

    private static String ignored(String what) {
        return "- {" + what + ", reason: known, until: 2026-12-31}\n";
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void policiesFitTheWordsOfReports(Case one) {
        Report report = Samples.report(one.sample, List.of(OLD, MID, NEW)::contains);
        PolicyVerdict verdict = Policy.parse(one.policy).apply(report, KERNELS, TODAY);
        assertEquals(
                one.effective,
                verdict.kernels().stream().map(KernelStanding::effective).toList(),
                () -> verdict.sentences().toString());
    }

    @Test
    void fieldsAreCalledByTheirPath() {
        Report report = Samples.report("ctime", List.of(OLD, MID, NEW)::contains);
        Tally before = Policy.NONE.apply(report, KERNELS, TODAY).required();
        Tally after = Policy.parse(ignore("path: inode"))
                .apply(report, KERNELS, TODAY)
                .required();
        assertTrue(before.fail() > 0, before::toString);
        assertEquals(0, after.fail());
        assertEquals(before.fail(), after.warn());
    }

    @Test
    void theExampleOfTheDocumentsIsAPolicy() throws IOException {
        String document = Files.readString(Path.of("docs/POLICY.md"));
        int start = document.indexOf("```yaml\n") + "```yaml\n".length();
        Policy policy = Policy.parse(document.substring(start, document.indexOf("```", start)));
        assertEquals(2, policy.required().size());
        assertEquals(2, policy.alternatives().size());
        assertEquals("inode.i_ctime in open_kprobe", policy.ignores().getFirst().subject());
    }
}
