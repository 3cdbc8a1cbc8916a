package dev.relogrid.gate.render;

import static dev.relogrid.policy.Reported.found;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Baseline;
import dev.relogrid.gate.Gated;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Outcome;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.policy.Reported;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Test results are what Surefire's schema takes, and fail exactly where the suite fails. */
final class JUnitXmlTest {
    private static final Path SCHEMA = Path.of("target/junit-schema/surefire-test-report.xsd");
    private static final String OLD = "debian/bullseye/amd64/5.10.0-32-amd64";
    private static final String NEW = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";
    private static final String IGNORE = "ignore: [{path: gone, reason: known, until: 2026-12-31}]\n";
    private static final String POLICY = """
            required: suite:trixie
            watch: suite:bookworm
            ignore:
            - {path: inode.i_ctime, reason: known, until: 2026-12-31}
            """;

    private static Document document(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList found = parent.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** Each test suite against the schema, which knows no more than one; the sums against the tests. */
    private static void validate(Document document) throws Exception {
        var schema = SchemaFactory.newDefaultInstance().newSchema(SCHEMA.toFile());
        assertEquals("testsuites", document.getDocumentElement().getTagName());
        for (Element suite : elements(document.getDocumentElement(), "testsuite")) {
            Document alone = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            alone.appendChild(alone.importNode(suite, true));
            schema.newValidator().validate(new DOMSource(alone));
            Map<String, String> sums =
                    Map.of("testcase", "tests", "failure", "failures", "error", "errors", "skipped", "skipped");
            sums.forEach((element, sum) -> assertEquals(
                    "" + elements(suite, element).size(), suite.getAttribute(sum), suite.getAttribute("name")));
        }
    }

    private static Element valid(Suite suite) throws Exception {
        Document document = document(JUnitXml.of(suite));
        validate(document);
        Element root = document.getDocumentElement();
        assertEquals(suite.outcome() == Outcome.FAIL, !elements(root, "failure").isEmpty());
        boolean open = suite.outcome() == Outcome.NO_ANSWER;
        assertTrue(!open || !elements(root, "error").isEmpty());
        return root;
    }

    /** What a program's test on a family is: its element and the message. */
    private static String test(Element root, String family, String program) {
        for (Element suite : elements(root, "testsuite")) {
            for (Element test : elements(suite, "testcase")) {
                if (suite.getAttribute("name").equals(family)
                        && test.getAttribute("name").equals(program)) {
                    Element result = (Element) test.getFirstChild();
                    return result == null ? "passed" : result.getTagName() + ": " + result.getAttribute("message");
                }
            }
        }
        return "none";
    }

    private static Reported probe() {
        return new Reported("on_open", "on_exit")
                .cause(CauseCode.KFUNC_MISSING, Effect.BREAKS, "gone")
                .cause(CauseCode.HELPER_UNKNOWN, Effect.BREAKS, "other");
    }

    private static Element now(Report report, String policy, @Nullable Baseline before) throws Exception {
        return valid(Gated.suite(Gated.member(report, policy, before)));
    }

    private static Baseline before(Report report, String policy) {
        return Gated.before(Gated.member(report, policy, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ctime",
                "attach",
                "task_state",
                "kconfig_guard",
                "new_features",
                "no_relos",
                "big_endian",
                "ksym",
                "maps",
                "helper_unguarded",
                "kfunc",
                "legacy_maps",
                "flavor_typo"
            })
    void samplesAreValidAndFailWhereTheirSuitesFail(String sample) throws Exception {
        Report report = Samples.report(sample);
        Baseline nothing = Gated.before();
        for (String policy : List.of("", POLICY, "fail-on: no_btf", "fail-on: changed", "required: suite:trixie")) {
            Baseline same = before(report, policy);
            Baseline strict = before(report, "fail-on: changed");
            for (Suite suite : List.of(
                    Gated.suite(Gated.member(report, policy, null)),
                    Gated.suite(Gated.member(report, policy, same)),
                    Gated.suite(Gated.member(report, policy, strict)),
                    Gated.suite(Gated.member(report, policy, nothing)))) {
                valid(suite);
            }
        }
    }

    @Test
    void aFailureIsAProgramOnAFamilyWithItsCause() throws Exception {
        Element root = now(Samples.report("ctime"), "", null);
        String message = test(root, "debian/trixie 6.12", "on_open");
        assertTrue(message.startsWith("failure: on_open breaks on 508 of 615 kernels"), message);
        Element failure = elements(root, "failure").getFirst();
        assertEquals("FIELD_RENAMED", failure.getAttribute("type"));
        assertTrue(failure.getTextContent().contains("nearest there"), failure.getTextContent());
        assertTrue(failure.getTextContent().matches("(?s)\\n\\d+ of \\d+ kernels:\\n    debian/.*"));
        assertEquals("ctime.bpf.o", ((Element) failure.getParentNode()).getAttribute("classname"));
        Set<String> properties = Set.of("engine", "archive", "archiveDate", "sha256");
        for (Element property : elements(root, "property")) {
            assertTrue(properties.contains(property.getAttribute("name")));
        }
        assertFalse(elements(root, "property").isEmpty());
        assertEquals("passed", test(root, "debian/bullseye 5.10", "on_open"));
    }

    @Test
    void onlyNewBreakageFails() throws Exception {
        Report open = probe().kernel(OLD).kernel(NEW, found(0, 0)).report();
        Report both = probe().kernel(OLD).kernel(NEW, found(0, 0), found(1, 1)).report();
        Element same = now(open, "", before(open, ""));
        assertTrue(test(same, "debian/trixie 6.12", "on_open").startsWith("skipped: known: on_open breaks on 1 of 2"));
        assertEquals("passed", test(same, "debian/trixie 6.12", "on_exit"));
        Element more = now(both, "", before(open, ""));
        assertTrue(test(more, "debian/trixie 6.12", "on_open").startsWith("skipped: known: "));
        assertTrue(test(more, "debian/trixie 6.12", "on_exit").startsWith("failure: on_exit breaks on 1 of 2"));
        Element unasked = now(open, "", before(probe().kernel(OLD).report(), ""));
        String message = test(unasked, "debian/trixie 6.12", "on_open");
        assertTrue(message.startsWith("skipped: not compared, the kernel was not asked before: on_open"), message);
        Element again = now(open, "", before(open, IGNORE));
        assertTrue(test(again, "debian/trixie 6.12", "on_open").startsWith("failure: on_open breaks"));
    }

    @Test
    void whatIsAcceptedOrOnlyWatchedIsPassedOver() throws Exception {
        Report open = probe().kernel(OLD).kernel(NEW, found(0, 0)).report();
        String accepted = test(now(open, IGNORE, null), "debian/trixie 6.12", "on_open");
        assertTrue(accepted.startsWith("skipped: accepted until 2026-12-31 (known): on_open breaks"), accepted);
        String watch = "required: suite:bullseye\nwatch: suite:trixie\n";
        String watched = test(now(open, watch, null), "debian/trixie 6.12", "on_open");
        assertTrue(watched.startsWith("skipped: watched only: on_open breaks"), watched);
        assertEquals("none", test(now(open, "required: suite:bullseye", null), "debian/trixie 6.12", "on_open"));
        String either = "alternatives: [{any-of: [on_open, on_exit]}]";
        String off = test(now(open, either, null), "debian/trixie 6.12", "on_open");
        assertEquals("skipped: the loader has to switch it off here, an alternative does better", off);
    }

    @Test
    void whatIsNotDecidedIsPassedOverUnlessThePolicyFailsForIt() throws Exception {
        Report report = probe().kernel(OLD, Verdict.NO_BTF, "no types are known")
                .kernel(NEW, Verdict.UNKNOWN, "too complex")
                .report();
        Element root = now(report, "", null);
        assertEquals("skipped: no BTF: no types are known", test(root, "debian/bullseye 5.10", "on_open"));
        assertEquals("skipped: unknown: too complex", test(root, "debian/trixie 6.12", "on_open"));
        Element strict = now(report, "fail-on: unknown", null);
        assertEquals("failure: too complex", test(strict, "debian/trixie 6.12", "on_exit"));
    }

    @Test
    void whatWasNotAnsweredIsAnErrorAndThePolicyCanFailToo() throws Exception {
        Member fine = Gated.member(probe().kernel(NEW).report(), "", null);
        Element root = valid(Gated.with(Gated.suite(fine), new Unread("b.o", "malformed", "expected ELF, found 0x00")));
        assertEquals("error: expected ELF, found 0x00", test(root, "not answered", "the object"));
        Element error = elements(root, "error").getFirst();
        assertEquals("malformed", error.getAttribute("type"));
        assertEquals("b.o", ((Element) error.getParentNode()).getAttribute("classname"));
        String expired = "ignore: [{path: gone, reason: known, until: 2026-10-31}]";
        Element old = now(fine.report(), expired, null);
        assertEquals(
                "failure: the policy no longer ignores it: its entry ended on 2026-10-31",
                test(old, "policy", "ignore gone"));
        Element none = valid(Gated.suite());
        assertEquals("error: no object was judged", test(none, "not answered", "objects"));
    }

    @Test
    void whatXmlForbidsIsShown() throws Exception {
        Report report = new Reported("p\u0001<&\"\ud800")
                .kernel(NEW, Verdict.BROKEN, "bad\n\u001b[31m\uffff ]]> caf\u00e9 \ud83d\udc1d")
                .report();
        Element root = now(report, "", null);
        assertEquals(
                "failure: bad\\x0a\\x1b[31m\\xffff ]]> caf\u00e9 \ud83d\udc1d",
                test(root, "debian/trixie 6.12", "p\\x01<&\"\\xd800"));
    }

    @Test
    void damagedResultsAreNotValid() throws Exception {
        String good = JUnitXml.of(Gated.suite(Gated.member(Samples.report("ctime"), "", null)));
        assertDoesNotThrow(() -> validate(document(good)));
        Document unnamed = document(good.replaceFirst("<testcase name=\"[^\"]*\"", "<testcase"));
        assertThrows(SAXException.class, () -> validate(unnamed));
        Document unknown = document(good.replaceFirst("<failure ", "<failure line=\"3\" "));
        assertThrows(SAXException.class, () -> validate(unknown));
        assertThrows(SAXException.class, () -> document(good.replaceFirst("</testcase>", "")));
    }
}
