package dev.relogrid.report.render;

import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.CauseCard.Access;
import dev.relogrid.report.CauseCard.Nearest;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.Subject.ProgramName;
import dev.relogrid.report.kernels.KernelGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A report for programs: an object, its verdicts and the causes behind them. Names are camelCase, words lower_snake; a
 * reader must tolerate fields and words it does not know.
 */
public final class JsonReport {
    private JsonReport() {}

    /** One object as an object of an array that is being written. */
    public static void object(JsonGenerator json, Report report, Proof proof, @Nullable Provenance provenance) {
        json.writeStartObject();
        json.writeStringProperty("object", report.subject().name());
        if (report.subject().sha256() != null) {
            json.writeStringProperty("sha256", report.subject().sha256());
        }
        if (provenance != null) {
            json.writeStringProperty("engine", provenance.engine());
            json.writeStringProperty("archive", provenance.archive());
            if (provenance.archiveDate() != null) {
                json.writeStringProperty("archiveDate", provenance.archiveDate());
            }
        }
        strings(json, "warnings", report.subject().warnings());
        json.writeNumberProperty("relocations", report.subject().relocations());
        json.writeArrayPropertyStart("kernels");
        for (int i = 0; i < report.kernels().size(); i++) {
            kernel(json, report, i, proof);
        }
        json.writeEndArray();
        proof.write(json);
        strings(json, "otherByteOrder", report.otherByteOrder());
        strings(json, "unanswered", report.unanswered());
        json.writeArrayPropertyStart("causes");
        KernelGroups groups = new KernelGroups(report.typed());
        for (Sighting cause : report.seen()) {
            json.writeStartObject();
            proof.write(json, cause);
            cause(json, report, cause, groups);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void kernel(JsonGenerator json, Report report, int place, Proof proof) {
        AnswerClass answer = report.answer(place);
        json.writeStartObject();
        json.writeStringProperty("kernel", report.kernels().get(place));
        json.writeStringProperty("verdict", answer.verdict().code());
        json.writeStringProperty("reason", answer.reason());
        proof.write(json, report.kernels().get(place));
        json.writeArrayPropertyStart("programs");
        for (int i = 0; i < answer.programs().size(); i++) {
            ProgramName program = report.subject().programs().get(i);
            json.writeStartObject();
            json.writeStringProperty("program", program.name());
            json.writeStringProperty("section", program.section());
            json.writeStringProperty(
                    "verdict", answer.programs().get(i).verdict().code());
            json.writeStringProperty("reason", answer.programs().get(i).reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** One cause as it stands in a report, for whoever writes a document of another kind. */
    public static void cause(JsonGenerator json, Report report, Sighting cause) {
        json.writeStartObject();
        cause(json, report, cause, new KernelGroups(report.typed()));
        json.writeEndObject();
    }

    private static void cause(JsonGenerator json, Report report, Sighting cause, KernelGroups groups) {
        CauseCard card = cause.card();
        json.writeStringProperty("code", card.code().name());
        json.writeStringProperty("effect", card.effect().word());
        json.writeStringProperty("stage", card.stage().word());
        strings(json, "programs", programs(report, cause));
        json.writeStringProperty("wanted", card.wanted());
        strings(json, "has", cause.has());
        strings(json, "why", cause.whys());
        place(json, card.place());
        access(json, card.access());
        nearest(json, card);
        strings(json, "kernels", cause.kernels());
        turns(json, groups.turns(cause.kernels()));
    }

    public static List<String> programs(Report report, Sighting cause) {
        List<String> names = new ArrayList<>(cause.programs().size());
        for (int program : cause.programs()) {
            names.add(report.subject().programs().get(program).name());
        }
        return names;
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

    private static void place(JsonGenerator json, @Nullable Place place) {
        if (place == null) {
            return;
        }
        json.writeStringProperty("function", place.function());
        json.writeNumberProperty("insn", place.insn());
        if (place.file() != null) {
            json.writeStringProperty("file", place.file());
            json.writeNumberProperty("line", place.line());
            json.writeNumberProperty("column", place.column());
            json.writeStringProperty("text", place.text());
        }
    }

    private static void access(JsonGenerator json, @Nullable Access access) {
        if (access == null) {
            return;
        }
        json.writeStringProperty("kind", access.kind());
        json.writeStringProperty("spec", access.spec());
        json.writeArrayPropertyStart("relocations");
        access.relocations().forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void nearest(JsonGenerator json, CauseCard card) {
        json.writeArrayPropertyStart("nearest");
        for (Nearest nearest : card.nearest()) {
            json.writeStartObject();
            json.writeStringProperty("path", nearest.path());
            json.writeStringProperty("type", nearest.type());
            json.writeStringProperty("grade", nearest.grade().name().toLowerCase(Locale.ROOT));
            strings(json, "reasons", nearest.reasons());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("fix", card.fix());
    }

    public static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
