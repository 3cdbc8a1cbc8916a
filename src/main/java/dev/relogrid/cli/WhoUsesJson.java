package dev.relogrid.cli;

import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.usage.Use;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Who uses something, for programs. */
final class WhoUsesJson {
    private WhoUsesJson() {}

    static void print(PrintWriter out, String sought, Map<String, List<Use>> uses) {
        Json.print(out, json -> {
            json.writeStringProperty("question", sought);
            json.writeArrayPropertyStart("objects");
            uses.forEach((name, found) -> {
                json.writeStartObject();
                json.writeStringProperty("object", name);
                json.writeArrayPropertyStart("uses");
                found.forEach(use -> use(json, use));
                json.writeEndArray();
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    private static void use(JsonGenerator json, Use use) {
        Program program = use.program();
        SourceLine line = use.line();
        json.writeStartObject();
        json.writeStringProperty("program", program == null ? null : program.name());
        json.writeStringProperty("section", program == null ? null : program.sectionName());
        json.writeNumberProperty("insn", use.insn());
        json.writeNumberProperty("relocation", use.relocation());
        json.writeStringProperty("how", use.how());
        json.writeStringProperty("what", use.what());
        json.writeStringProperty("file", line == null ? null : line.file());
        json.writeNumberProperty("line", line == null ? 0 : line.line());
        json.writeStringProperty("text", line == null ? null : line.text());
        json.writeEndObject();
    }
}
