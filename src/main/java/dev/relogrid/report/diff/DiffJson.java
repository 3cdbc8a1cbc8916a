package dev.relogrid.report.diff;

import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.Subject;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A difference for programs. Names are camelCase, words lower_snake; a reader must tolerate what it does not know. */
public final class DiffJson {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private DiffJson() {}

    /** One document. */
    public static String of(ReportDiff diff) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            write(json, diff);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Its properties, into an object that is being written. */
    public static void write(JsonGenerator json, ReportDiff diff) {
        subject(json, "before", diff.before());
        subject(json, "after", diff.after());
        json.writeStringProperty("summary", Tally.of(diff).toString());
        changes(json, "changes", diff.objects());
        changes(json, "programs", diff.programs());
        json.writeArrayPropertyStart("causes");
        diff.causes().forEach(cause -> cause(json, cause));
        json.writeEndArray();
        strings(json, "newPrograms", diff.newPrograms());
        strings(json, "removedPrograms", diff.removedPrograms());
        strings(json, "newKernels", diff.newKernels());
        strings(json, "removedKernels", diff.removedKernels());
        json.writeNumberProperty("same", diff.same());
    }

    private static void subject(JsonGenerator json, String name, Subject subject) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("object", subject.name());
        if (subject.sha256() != null) {
            json.writeStringProperty("sha256", subject.sha256());
        }
        json.writeEndObject();
    }

    private static void changes(JsonGenerator json, String name, List<Change> changes) {
        json.writeArrayPropertyStart(name);
        for (Change change : changes) {
            json.writeStartObject();
            json.writeStringProperty("kind", change.kind().code());
            if (!change.program().isEmpty()) {
                json.writeStringProperty("program", change.program());
            }
            json.writeStringProperty("from", change.from().code());
            json.writeStringProperty("to", change.to().code());
            json.writeStringProperty("reasonBefore", change.reasonBefore());
            json.writeStringProperty("reason", change.reason());
            strings(json, "kernels", change.kernels());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void cause(JsonGenerator json, CauseChange cause) {
        json.writeStartObject();
        json.writeStringProperty("kind", cause.kind().code());
        json.writeStringProperty("code", cause.card().code().name());
        json.writeStringProperty("effect", cause.card().effect().word());
        json.writeStringProperty("where", cause.key().where());
        json.writeStringProperty("wanted", cause.key().wanted());
        Place place = cause.card().place();
        if (place != null && place.file() != null) {
            json.writeStringProperty("file", place.file());
            json.writeNumberProperty("line", place.line());
        }
        strings(json, "kernels", cause.kernels());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
