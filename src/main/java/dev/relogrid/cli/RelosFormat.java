package dev.relogrid.cli;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.Candidate;
import dev.relogrid.engine.core.CandidateMatch;
import dev.relogrid.engine.core.LocalSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.ReloValue;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationResult;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code --format relos}: one JSON object a line for every relocation on every kernel. The fields and their values are
 * those that the oracle of the tests prints from inside libbpf, so that the two can be compared as they stand;
 * instructions are 8 bytes in hex, little-endian, whatever the byte order of the object.
 */
final class RelosFormat {
    private static final JsonFactory JSON = new JsonFactory();

    private final String obj;
    private final String kernel;
    private final ObjectSpecs specs;

    /**
     * @param obj the object's name as given on the command line
     * @param kernel the kernel's, likewise
     */
    RelosFormat(String obj, String kernel, ObjectSpecs specs) {
        this.obj = obj;
        this.kernel = kernel;
        this.specs = specs;
    }

    /** One line, without its end. */
    String line(RelocationResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("t", "relo");
            json.writeStringProperty("obj", obj);
            json.writeStringProperty("kernel", kernel);
            record(json, result.record());
            local(json, result.record());
            status(json, result);
            Resolution resolution = result.resolution();
            candidates(json, resolution == null ? List.of() : resolution.candidates());
            if (resolution instanceof Resolution.Resolved resolved && resolved.target() != null) {
                target(json, resolved.target());
            }
            value(json, result.value());
            insns(json, result);
            json.writeStringProperty("why", result.why());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void record(JsonGenerator json, RelocationRecord record) {
        json.writeStringProperty("sec", record.section());
        json.writeNumberProperty("idx", record.index());
        json.writeNumberProperty(
                "insn_off", Integer.toUnsignedLong(record.relo().insnOff()));
        Program program = record.program();
        json.writeStringProperty("prog", program == null ? null : program.name());
        json.writeNumberProperty("prog_insn", record.programInsn());
        if (program != null) {
            json.writeBooleanProperty("autoload", program.autoload());
        }
        ReloKind kind = ReloKind.of(record.relo().kind());
        json.writeStringProperty("kind", kind == null ? "unknown" : kind.word());
        json.writeNumberProperty(
                "kind_num", Integer.toUnsignedLong(record.relo().kind()));
    }

    private void local(JsonGenerator json, RelocationRecord record) {
        Btf btf = Objects.requireNonNull(specs.object().btf()); // without it there are no relocations
        CoreRelo relo = record.relo();
        LocalSpec spec = specs.specs().get(record.number());
        json.writeObjectPropertyStart("local");
        json.writeNumberProperty("id", Integer.toUnsignedLong(relo.typeId()));
        boolean known = Integer.compareUnsigned(relo.typeId(), btf.typeCount()) < 0;
        json.writeStringProperty("kind", known ? BtfKind.name(btf.kind(relo.typeId())) : null);
        json.writeStringProperty("name", known ? btf.name(relo.typeId()) : null);
        json.writeStringProperty("access", btf.hasString(relo.accessOff()) ? btf.string(relo.accessOff()) : "?");
        AccessSpec parsed = spec.spec();
        json.writeStringProperty("spec", parsed == null ? null : parsed.format());
        json.writeEndObject();
    }

    private static void status(JsonGenerator json, RelocationResult result) {
        json.writeStringProperty("status", result.status().word());
        RelocationResult.Stage stage = result.stage();
        if (stage != null) {
            json.writeStringProperty("stage", stage.word());
            json.writeNumberProperty("rc", -result.errno());
        }
        Resolution resolution = result.resolution();
        json.writeNumberProperty(
                "ncands", resolution == null ? 0 : resolution.candidates().size());
        json.writeNumberProperty("nmatch", resolution == null ? 0 : resolution.matches());
    }

    private static void candidates(JsonGenerator json, List<CandidateMatch> candidates) {
        json.writeArrayPropertyStart("cands");
        for (CandidateMatch match : candidates) {
            Candidate candidate = match.candidate();
            Btf btf = candidate.source().btf();
            json.writeStartObject();
            json.writeStringProperty("btf", candidate.source().name());
            json.writeNumberProperty("id", candidate.id());
            json.writeStringProperty("kind", BtfKind.name(btf.kind(candidate.id())));
            json.writeStringProperty("name", btf.name(candidate.id()));
            if (match.match() == null) {
                json.writeNullProperty("match");
            } else {
                json.writeBooleanProperty("match", match.match());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void target(JsonGenerator json, CandidateMatch match) {
        AccessSpec spec = match.spec();
        if (spec == null) {
            return;
        }
        json.writeObjectPropertyStart("target");
        json.writeStringProperty("btf", match.candidate().source().name());
        json.writeNumberProperty("id", match.candidate().id());
        json.writeStringProperty("access", spec.rawText());
        json.writeNumberProperty("bit_off", Integer.toUnsignedLong(spec.bitOffset()));
        json.writeStringProperty("spec", spec.format());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable ReloValue value) {
        if (value == null) {
            return;
        }
        json.writeName("orig_val");
        json.writeRawValue(Long.toUnsignedString(value.original()));
        json.writeName("new_val");
        json.writeRawValue(Long.toUnsignedString(value.value()));
        json.writeBooleanProperty("poison", value.poison());
        json.writeBooleanProperty("validate", value.validate());
        json.writeObjectPropertyStart("memsz");
        json.writeNumberProperty("orig", Integer.toUnsignedLong(value.memory().original()));
        json.writeNumberProperty("new", Integer.toUnsignedLong(value.memory().value()));
        json.writeBooleanProperty("fail", value.memory().fail());
        json.writeEndObject();
    }

    private static void insns(JsonGenerator json, RelocationResult result) {
        if (!result.before().isEmpty()) {
            json.writeStringProperty("before", hex(result.before()));
        }
        if (!result.after().isEmpty()) {
            json.writeStringProperty("after", hex(result.after()));
        }
    }

    private static String hex(List<Insn> insns) {
        StringBuilder text = new StringBuilder();
        insns.forEach(insn -> text.append(insn.hex()));
        return text.toString();
    }
}
