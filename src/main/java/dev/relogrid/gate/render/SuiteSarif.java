package dev.relogrid.gate.render;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.render.JsonReport;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A suite as SARIF 2.1.0, for code scanning: one run, and in it one result for each cause, not for each kernel; the code is
 * the rule; a guarded cause is a result that passes, an accepted one is suppressed. What was not answered is a notification,
 * so that a run without results is told from one without answers.
 */
final class SuiteSarif {
    /** GitHub refuses runs with more. */
    static final int MOST_RESULTS = 25_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonFactory JSON = new JsonFactory();

    private final Suite suite;
    private final Rendering rendering;
    private final JsonGenerator json;

    private SuiteSarif(Suite suite, Rendering rendering, JsonGenerator json) {
        this.suite = suite;
        this.rendering = rendering;
        this.json = json;
    }

    /** The whole document, on one line. */
    static String of(Suite suite, Rendering rendering) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new SuiteSarif(suite, rendering, json).write();
        }
        return text.append('\n').toString();
    }

    private void write() {
        List<Concern> all = Concerns.of(suite);
        List<Concern> told =
                all.size() <= MOST_RESULTS ? all : Concerns.sorted(all).subList(0, MOST_RESULTS);
        TreeSet<String> codes = new TreeSet<>();
        told.forEach(concern -> codes.add(concern.code()));
        List<String> rules = List.copyOf(codes);
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(rules);
        new SuiteSarifInvocation(suite, json).write(all.size() - told.size());
        json.writeArrayPropertyStart("results");
        SuiteSarifResult result = new SuiteSarifResult(json, rendering, suite.isCompared());
        told.forEach(concern -> result.write(concern, rules.indexOf(concern.code())));
        json.writeEndArray();
        properties();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(List<String> rules) {
        Provenance provenance = suite.provenance();
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Relogrid");
        if (provenance != null) {
            json.writeStringProperty("version", provenance.engine());
        }
        json.writeArrayPropertyStart("rules");
        rules.forEach(this::rule);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(String code) {
        String docs = rendering.docs();
        boolean hasPage = hasPage(code);
        json.writeStartObject();
        json.writeStringProperty("id", code);
        if (docs != null && hasPage) {
            json.writeStringProperty("helpUri", docs + code);
        }
        text(
                json,
                "help",
                hasPage
                        ? "docs/verdicts/" + code + ".md says what it means and what to do."
                        : "docs/VERDICTS.md says what the verdict means.");
        json.writeEndObject();
    }

    /** Whether docs/verdicts has a page of that name: it has for causes, not for verdicts. */
    static boolean hasPage(String code) {
        for (CauseCode known : CauseCode.values()) {
            if (known.name().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private void properties() {
        Provenance provenance = suite.provenance();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("outcome", suite.outcome().code());
        json.writeStringProperty("headline", suite.headline());
        if (provenance != null) {
            json.writeStringProperty("archive", provenance.archive());
            if (provenance.archiveDate() != null) {
                json.writeStringProperty("archiveDate", provenance.archiveDate());
            }
        }
        given("policy", suite.policy());
        given("against", suite.against());
        json.writeArrayPropertyStart("objects");
        suite.members().forEach(this::object);
        json.writeEndArray();
        JsonReport.strings(json, "removed", new ArrayList<>(suite.removed()));
        json.writeEndObject();
    }

    private void object(Member member) {
        json.writeStartObject();
        json.writeStringProperty("object", member.name());
        given("sha256", member.report().subject().sha256());
        json.writeStringProperty("outcome", member.outcome().code());
        json.writeEndObject();
    }

    private void given(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    /** A message, or a text of another kind: {@code "message": {"text": …}}. */
    static void text(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}
