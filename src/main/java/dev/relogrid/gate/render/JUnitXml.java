package dev.relogrid.gate.render;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.render.JUnitCase.Kind;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Standing;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.render.CauseText;
import dev.relogrid.report.render.Families;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A suite as test results: a test suite for each family of kernels, a test for each program there. Fails exactly where the
 * suite fails; errors are what was not answered. Has no times, so that the same suite is the same bytes.
 */
public final class JUnitXml {
    private final Suite suite;
    private final XMLStreamWriter xml;

    private JUnitXml(Suite suite, XMLStreamWriter xml) {
        this.suite = suite;
        this.xml = xml;
    }

    /** The whole document. */
    public static String of(Suite suite) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(suite, xml).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text takes everything that is written to it", e);
        }
        return text + "\n";
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        for (Map.Entry<String, List<JUnitCase>> family : families().entrySet()) {
            start(family.getKey(), Counts.of(family.getValue()));
            for (JUnitCase one : family.getValue()) {
                test(one);
            }
            end();
        }
        new JUnitRest(suite).write(this);
        line();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** How many tests of a test suite came to what. */
    record Counts(int tests, int failures, int errors, int skipped) {
        static Counts of(List<JUnitCase> cases) {
            int failures = 0;
            int skipped = 0;
            for (JUnitCase one : cases) {
                failures += one.kind() == Kind.FAILURE ? 1 : 0;
                skipped += one.kind().isSkipped() ? 1 : 0;
            }
            return new Counts(cases.size(), failures, 0, skipped);
        }
    }

    /** Tests by family, in the order families first come. */
    private Map<String, List<JUnitCase>> families() {
        Map<String, List<JUnitCase>> families = new LinkedHashMap<>();
        for (Member member : suite.members()) {
            Map<String, List<KernelStanding>> kernels = new LinkedHashMap<>();
            for (KernelStanding kernel : member.verdict().kernels()) {
                if (kernel.role() != Role.OTHER && kernel.standing() != Standing.ASIDE) {
                    kernels.computeIfAbsent(Families.name(kernel.kernel()), _ -> new ArrayList<>())
                            .add(kernel);
                }
            }
            JUnitCases cases = new JUnitCases(member);
            kernels.forEach((name, family) ->
                    families.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(cases.on(family)));
        }
        return families;
    }

    /** Opens a test suite. */
    void start(String name, Counts counts) throws XMLStreamException {
        line();
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", "" + counts.tests);
        attribute("failures", "" + counts.failures);
        attribute("errors", "" + counts.errors);
        attribute("skipped", "" + counts.skipped);
        attribute("time", "0");
        properties();
    }

    /** Closes what was opened last. */
    void end() throws XMLStreamException {
        line();
        xml.writeEndElement();
    }

    private void properties() throws XMLStreamException {
        Map<String, String> known = new LinkedHashMap<>();
        if (suite.provenance() != null) {
            known.put("engine", suite.provenance().engine());
            known.put("archive", suite.provenance().archive());
            String date = suite.provenance().archiveDate();
            if (date != null) {
                known.put("archiveDate", date);
            }
        }
        for (Member member : suite.members()) {
            String sha256 = member.report().subject().sha256();
            if (sha256 != null) {
                known.put(suite.members().size() == 1 ? "sha256" : "sha256 " + member.name(), sha256);
            }
        }
        if (known.isEmpty()) {
            return;
        }
        line();
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : known.entrySet()) {
            line();
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        end();
    }

    private void test(JUnitCase one) throws XMLStreamException {
        startTest(
                one.program().isEmpty() ? "the object" : one.program(),
                one.member().name());
        if (one.kind().isSkipped()) {
            result("skipped", "", one.message(), "");
        } else if (one.kind() == Kind.FAILURE) {
            result("failure", type(one), one.message(), body(one));
        }
        endTest();
    }

    /** Opens a test. */
    void startTest(String name, String object) throws XMLStreamException {
        line();
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", object);
        attribute("time", "0");
    }

    /** Closes a test. */
    void endTest() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** Writes what a test came to, and nothing else comes into it. */
    void result(String element, String type, String message, String body) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        if (!type.isEmpty()) {
            attribute("type", type);
        }
        xml.writeCharacters(XmlText.block(body));
        xml.writeEndElement();
    }

    private static String type(JUnitCase one) {
        return one.causes().isEmpty()
                ? "failure"
                : one.causes().getFirst().card().code().name();
    }

    private static String body(JUnitCase one) {
        StringBuilder body = new StringBuilder("\n");
        body.append(one.kernels().size() + " of " + one.builds() + (one.builds() == 1 ? " kernel:\n" : " kernels:\n"));
        one.kernels().forEach(kernel -> body.append("    ").append(kernel).append('\n'));
        for (Sighting cause : one.causes()) {
            body.append('\n').append(CauseText.of(one.member().report(), cause));
        }
        return body.toString();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.line(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
