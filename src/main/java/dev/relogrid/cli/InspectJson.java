package dev.relogrid.cli;

import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.LocalSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.MapDef;
import dev.relogrid.engine.object.MapType;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Refusal;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.verdict.ObjectSpecs;
import java.io.PrintWriter;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code inspect --format json}: all that the text shows, and each relocation's numbers. */
final class InspectJson {
    private InspectJson() {}

    static void print(String name, ObjectSpecs specs, PrintWriter out) {
        BpfObject object = specs.object();
        Json.print(out, json -> {
            json.writeStringProperty("object", name);
            boolean little = object.elf().order() == ByteOrder.LITTLE_ENDIAN;
            json.writeStringProperty("byteOrder", little ? "little" : "big");
            json.writeBooleanProperty("hasTypes", object.btf() != null);
            refusal(json, object.refusal());
            Json.strings(json, "warnings", object.warnings());
            json.writeArrayPropertyStart("programs");
            object.programs().forEach(program -> program(json, program));
            json.writeEndArray();
            json.writeArrayPropertyStart("maps");
            object.maps().forEach(map -> map(json, map));
            json.writeEndArray();
            json.writeArrayPropertyStart("externs");
            object.externs().forEach(extern -> extern(json, extern));
            json.writeEndArray();
            json.writeArrayPropertyStart("relocations");
            object.relocations().forEach(record -> relocation(json, specs, record));
            json.writeEndArray();
        });
    }

    private static void refusal(JsonGenerator json, @Nullable Refusal refusal) {
        if (refusal == null) {
            json.writeNullProperty("refusal");
            return;
        }
        json.writeObjectPropertyStart("refusal");
        json.writeNumberProperty("errno", refusal.errno());
        json.writeStringProperty("why", refusal.why());
        json.writeEndObject();
    }

    private static void program(JsonGenerator json, Program program) {
        json.writeStartObject();
        json.writeStringProperty("name", program.name());
        json.writeStringProperty("section", program.sectionName());
        json.writeNumberProperty("insnOff", program.insnOff());
        json.writeNumberProperty("insnCount", program.insnCount());
        json.writeBooleanProperty("autoload", program.autoload());
        json.writeBooleanProperty("subprogram", program.subprogram());
        json.writeEndObject();
    }

    private static void map(JsonGenerator json, MapDef map) {
        json.writeStartObject();
        json.writeStringProperty("name", map.name());
        json.writeNumberProperty("type", Integer.toUnsignedLong(map.type()));
        json.writeStringProperty("typeName", MapType.name(map.type()));
        json.writeNumberProperty("keySize", map.keySize());
        json.writeNumberProperty("valueSize", map.valueSize());
        json.writeNumberProperty("maxEntries", map.maxEntries());
        json.writeNumberProperty("flags", map.flags());
        json.writeBooleanProperty("internal", map.internal());
        json.writeEndObject();
    }

    private static void extern(JsonGenerator json, Extern extern) {
        json.writeStartObject();
        json.writeStringProperty("name", extern.name());
        json.writeStringProperty("kind", extern.kind().word().replace('-', '_'));
        json.writeBooleanProperty("weak", extern.weak());
        json.writeEndObject();
    }

    private static void relocation(JsonGenerator json, ObjectSpecs specs, RelocationRecord record) {
        Program program = record.program();
        ReloKind kind = ReloKind.of(record.relo().kind());
        LocalSpec local = specs.specs().get(record.number());
        AccessSpec spec = local.spec();
        json.writeStartObject();
        json.writeNumberProperty("number", record.number());
        json.writeStringProperty("section", record.section());
        json.writeNumberProperty("insnOff", Integer.toUnsignedLong(record.relo().insnOff()));
        json.writeStringProperty("program", program == null ? null : program.name());
        json.writeStringProperty("kind", kind == null ? "unknown" : kind.word());
        json.writeStringProperty("spec", spec == null ? null : spec.format());
        json.writeStringProperty("refusal", spec == null ? local.refusal() : null);
        source(json, specs.object().lines().at(record.section(), record.relo().insnOff()));
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, @Nullable SourceLine line) {
        if (line == null) {
            json.writeNullProperty("source");
            return;
        }
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("file", line.file());
        json.writeNumberProperty("line", line.line());
        json.writeNumberProperty("column", line.column());
        json.writeStringProperty("text", line.text());
        json.writeEndObject();
    }
}
