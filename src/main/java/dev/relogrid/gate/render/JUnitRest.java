package dev.relogrid.gate.render;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.policy.Ignore;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What decides a suite besides its programs: what the policy itself fails for, and what was not answered. */
final class JUnitRest {
    private final List<Test> policy = new ArrayList<>();
    private final List<Test> unanswered = new ArrayList<>();

    /** A test that fails, or could not be done. */
    private record Test(String object, String name, String type, String message) {}

    JUnitRest(Suite suite) {
        for (Member member : suite.members()) {
            for (Ignore entry : member.verdict().expired()) {
                policy.add(new Test(
                        member.name(),
                        "ignore " + entry.subject(),
                        "expired",
                        "the policy no longer ignores it: its entry ended on " + entry.until()));
            }
            for (String problem : member.verdict().problems()) {
                policy.add(new Test(member.name(), "kernels", "problem", problem));
            }
            if (member.verdict().required().total() == 0) {
                unanswered.add(new Test(member.name(), "kernels", "no_kernels", "no required kernel was judged"));
            }
            for (String kernel : member.report().unanswered()) {
                unanswered.add(new Test(member.name(), kernel, "unanswered", "the kernel could not be read"));
            }
        }
        for (Unread unread : suite.unread()) {
            unanswered.add(new Test(unread.name(), "the object", unread.code(), unread.message()));
        }
        if (suite.members().isEmpty() && unanswered.isEmpty()) {
            unanswered.add(new Test("", "objects", "no_objects", "no object was judged"));
        }
    }

    void write(JUnitXml xml) throws XMLStreamException {
        if (!policy.isEmpty()) {
            xml.start("policy", new JUnitXml.Counts(policy.size(), policy.size(), 0, 0));
            write(xml, "failure", policy);
        }
        if (!unanswered.isEmpty()) {
            xml.start("not answered", new JUnitXml.Counts(unanswered.size(), 0, unanswered.size(), 0));
            write(xml, "error", unanswered);
        }
    }

    private static void write(JUnitXml xml, String element, List<Test> tests) throws XMLStreamException {
        for (Test test : tests) {
            xml.startTest(test.name, test.object);
            xml.result(element, test.type, test.message, "");
            xml.endTest();
        }
        xml.end();
    }
}
