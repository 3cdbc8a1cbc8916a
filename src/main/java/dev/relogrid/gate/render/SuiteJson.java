package dev.relogrid.gate.render;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.report.render.JsonReport;
import dev.relogrid.report.render.Proof;
import java.io.StringWriter;
import java.io.Writer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A suite for programs: one document, docs/schema/report.schema.json. Names are camelCase, words lower_snake; fields and
 * words are only ever added, and a reader must tolerate those it does not know.
 */
public final class SuiteJson {
    private static final int SCHEMA_VERSION = 2;
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private SuiteJson() {}

    /** As text. */
    public static String of(Suite suite) {
        StringWriter text = new StringWriter();
        write(suite, _ -> Proof.NONE, text);
        return text.toString();
    }

    /**
     * @param proofs what is known of a member besides
     * @param out is flushed and not closed
     */
    public static void write(Suite suite, Function<Member, Proof> proofs, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            head(json, suite);
            json.writeArrayPropertyStart("objects");
            for (Member member : suite.members()) {
                Proof proof = new MemberJson(member, proofs.apply(member));
                JsonReport.object(json, member.report(), proof, suite.provenance());
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("errors");
            for (Unread unread : suite.unread()) {
                json.writeStartObject();
                json.writeStringProperty("object", unread.name());
                json.writeStringProperty("code", unread.code());
                json.writeStringProperty("message", unread.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void head(JsonGenerator json, Suite suite) {
        if (!suite.name().isEmpty()) {
            json.writeStringProperty("name", suite.name());
        }
        json.writeStringProperty("outcome", suite.outcome().code());
        json.writeStringProperty("headline", suite.headline());
        json.writeStringProperty("policy", suite.policy());
        json.writeStringProperty("against", suite.against());
        MemberJson.tally(json, "required", suite.kernels());
        if (suite.isCompared()) {
            MemberJson.shifts(json, "shifts", suite.shifts());
        }
        JsonReport.strings(json, "removed", suite.removed());
    }
}
