package dev.relogrid.cli;

import dev.relogrid.engine.advice.Suggestion;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.verdict.Cause;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ProgramVerdict;
import dev.relogrid.engine.verdict.Remedy;
import dev.relogrid.report.kernels.KernelGroups;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code --format json}: one document with all objects, their verdicts and the causes behind them. Names are camelCase,
 * words lower_snake; a reader must tolerate fields and words it does not know.
 */
final class CheckJson {
    private static final int SCHEMA_VERSION = 2;
    /** Looking for what took the place of something takes longer than judging. */
    private static final int MOST_ADVISED = 64;

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private CheckJson() {}

    static void print(List<CheckedObject> objects, Remedies remedies, PrintWriter out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            json.writeArrayPropertyStart("objects");
            for (CheckedObject object : objects) {
                object(json, object, remedies);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void object(JsonGenerator json, CheckedObject object, Remedies remedies) {
        json.writeStartObject();
        json.writeStringProperty("object", object.name());
        strings(json, "warnings", object.object().warnings());
        json.writeNumberProperty("relocations", object.object().relocations().size());
        json.writeArrayPropertyStart("kernels");
        for (KernelVerdict verdict : object.verdicts()) {
            kernel(json, verdict);
        }
        json.writeEndArray();
        if (!object.booted().isEmpty()) {
            json.writeArrayPropertyStart("booted");
            object.booted().forEach(check -> BootJson.check(json, check));
            json.writeEndArray();
        }
        strings(json, "otherByteOrder", object.ofOtherOrder());
        strings(json, "unanswered", object.unanswered());
        json.writeArrayPropertyStart("causes");
        KernelGroups groups = KernelGroups.ofTyped(object.verdicts());
        int advised = 0;
        for (Cause cause : Cause.of(object.verdicts())) {
            boolean advise = cause.effect() != Effect.GUARDED && advised++ < MOST_ADVISED;
            cause(json, object, cause, groups, advise ? remedies.of(object, cause) : Remedy.NONE);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void kernel(JsonGenerator json, KernelVerdict verdict) {
        json.writeStartObject();
        json.writeStringProperty("kernel", verdict.kernel());
        json.writeStringProperty("verdict", verdict.verdict().code());
        json.writeStringProperty("reason", verdict.reason());
        json.writeArrayPropertyStart("programs");
        for (ProgramVerdict program : verdict.programs()) {
            json.writeStartObject();
            json.writeStringProperty("program", program.program().name());
            json.writeStringProperty("section", program.program().sectionName());
            json.writeStringProperty("verdict", program.verdict().code());
            json.writeStringProperty("reason", program.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void cause(
            JsonGenerator json, CheckedObject object, Cause cause, KernelGroups groups, Remedy remedy) {
        Obstacle obstacle = cause.obstacle();
        json.writeStartObject();
        json.writeStringProperty("code", remedy.code(cause.first()).name());
        json.writeStringProperty("effect", cause.effect().word());
        json.writeStringProperty("stage", obstacle.stage().word());
        strings(json, "programs", cause.programs().stream().map(Program::name).toList());
        json.writeStringProperty("wanted", obstacle.wanted());
        strings(json, "has", cause.has());
        strings(json, "why", cause.whys());
        Program function = obstacle.place().function();
        if (function != null && obstacle.place().isInsn()) {
            place(json, object, function, obstacle.place().insn());
        }
        relocations(json, object, cause);
        nearest(json, remedy);
        strings(json, "kernels", cause.kernels());
        turns(json, groups.turns(cause.kernels()));
        json.writeEndObject();
    }

    private static void turns(JsonGenerator json, List<KernelGroups.Turn> turns) {
        json.writeArrayPropertyStart("turns");
        for (KernelGroups.Turn turn : turns) {
            json.writeStartObject();
            json.writeStringProperty("line", turn.group());
            json.writeStringProperty(turn.begins() ? "lastGood" : "lastBad", turn.last());
            json.writeStringProperty(turn.begins() ? "firstBad" : "firstGood", turn.first());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void place(JsonGenerator json, CheckedObject object, Program function, int insn) {
        json.writeStringProperty("function", function.name());
        json.writeNumberProperty("insn", insn);
        SourceLine source = object.object().line(function, insn);
        if (source != null) {
            json.writeStringProperty("file", source.file());
            json.writeNumberProperty("line", source.line());
            json.writeNumberProperty("column", source.column());
            json.writeStringProperty("text", source.text());
        }
    }

    private static void relocations(JsonGenerator json, CheckedObject object, Cause cause) {
        RelocationRecord record = cause.first().relocation();
        if (record == null) {
            return;
        }
        ReloKind kind = ReloKind.of(record.relo().kind());
        AccessSpec spec = object.specs().specs().get(record.number()).spec();
        json.writeStringProperty("kind", kind == null ? "unknown" : kind.word());
        json.writeStringProperty("spec", spec == null ? null : spec.format());
        json.writeArrayPropertyStart("relocations");
        cause.alike().forEach(finding -> json.writeNumber(finding.number()));
        json.writeEndArray();
    }

    private static void nearest(JsonGenerator json, Remedy remedy) {
        json.writeArrayPropertyStart("nearest");
        for (Suggestion suggestion : remedy.suggestions()) {
            json.writeStartObject();
            json.writeStringProperty("path", suggestion.path());
            json.writeStringProperty("type", suggestion.type());
            json.writeStringProperty("grade", suggestion.grade().name().toLowerCase(Locale.ROOT));
            strings(json, "reasons", suggestion.reasons());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("fix", remedy.snippet());
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
