package dev.relogrid.report.render;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.CauseKey;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A report as SARIF 2.1.0, for code scanning: one result for each cause, not for each kernel; the code is the rule; a
 * guarded cause is a result that passes. What a result is known by has no line in it.
 */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonFactory JSON = new JsonFactory();

    private final Report report;
    private final JsonGenerator json;
    private final Sentence sentence;

    private SarifReport(Report report, JsonGenerator json) {
        this.report = report;
        this.json = json;
        this.sentence = new Sentence(report);
    }

    /**
     * @param provenance null when not known
     * @param docs what comes before a code in the address of its page, {@code https://…/docs/verdicts/}; null leaves the
     *     addresses out
     */
    public static String of(Report report, @Nullable Provenance provenance, @Nullable String docs) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new SarifReport(report, json).write(provenance, docs);
        }
        return text.toString();
    }

    private void write(@Nullable Provenance provenance, @Nullable String docs) {
        List<Sighting> causes = report.seen();
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(rules(causes), provenance, docs);
        json.writeArrayPropertyStart("results");
        List<CauseCode> rules = List.copyOf(rules(causes));
        for (Sighting cause : causes) {
            result(cause, rules.indexOf(cause.card().code()));
        }
        json.writeEndArray();
        properties(provenance);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static SortedSet<CauseCode> rules(List<Sighting> causes) {
        SortedSet<CauseCode> rules = new TreeSet<>();
        causes.forEach(cause -> rules.add(cause.card().code()));
        return rules;
    }

    private void tool(SortedSet<CauseCode> rules, @Nullable Provenance provenance, @Nullable String docs) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Relogrid");
        if (provenance != null) {
            json.writeStringProperty("version", provenance.engine());
        }
        json.writeArrayPropertyStart("rules");
        for (CauseCode code : rules) {
            json.writeStartObject();
            json.writeStringProperty("id", code.name());
            if (docs != null) {
                json.writeStringProperty("helpUri", docs + code.name());
            }
            text("help", "docs/verdicts/" + code.name() + ".md says what it means and what to do.");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void text(String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    private void result(Sighting cause, int rule) {
        CauseCard card = cause.card();
        json.writeStartObject();
        json.writeStringProperty("ruleId", card.code().name());
        json.writeNumberProperty("ruleIndex", rule);
        json.writeStringProperty("kind", card.effect() == Effect.GUARDED ? "pass" : "fail");
        json.writeStringProperty("level", level(card.effect()));
        text("message", sentence.of(cause));
        json.writeArrayPropertyStart("locations");
        location(card.place());
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("relogridCause/v1", CauseKey.of(report, cause).fingerprint());
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("effect", card.effect().word());
        JsonReport.strings(json, "programs", JsonReport.programs(report, cause));
        JsonReport.strings(json, "kernels", cause.kernels());
        if (!card.fix().isEmpty()) {
            json.writeStringProperty("fix", card.fix());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A result that passes has no level. */
    private static String level(Effect effect) {
        return switch (effect) {
            case BREAKS -> "error";
            case DEPENDS, WARNS, UNDECIDED -> "warning";
            case GUARDED -> "none";
        };
    }

    /** The source line; where none is known, the object. */
    private void location(@Nullable Place place) {
        String file = place == null ? null : Sentence.file(place.file());
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(file == null ? report.subject().name() : file));
        json.writeEndObject();
        if (place != null && file != null && place.line() > 0) {
            region(place);
        }
        json.writeEndObject();
        if (place != null) {
            json.writeArrayPropertyStart("logicalLocations");
            json.writeStartObject();
            json.writeStringProperty("name", place.function());
            json.writeStringProperty("kind", "function");
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void region(Place place) {
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", place.line());
        if (place.column() > 0) {
            json.writeNumberProperty("startColumn", place.column());
        }
        if (!place.text().isEmpty()) {
            text("snippet", place.text());
        }
        json.writeEndObject();
    }

    private static String uri(String path) {
        try {
            return path.startsWith("/")
                    ? new URI("file", "", path, null).toASCIIString()
                    : new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "object"; // a path nobody could follow anyway
        }
    }

    private void properties(@Nullable Provenance provenance) {
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("object", report.subject().name());
        if (report.subject().sha256() != null) {
            json.writeStringProperty("sha256", report.subject().sha256());
        }
        if (provenance != null) {
            json.writeStringProperty("archive", provenance.archive());
            json.writeStringProperty("archiveDate", provenance.archiveDate());
        }
        JsonReport.strings(json, "unanswered", report.unanswered());
        json.writeEndObject();
    }
}
