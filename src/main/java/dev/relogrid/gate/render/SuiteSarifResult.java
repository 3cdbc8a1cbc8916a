package dev.relogrid.gate.render;

import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.gate.Member;
import dev.relogrid.policy.Ignore;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.CauseKey;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.render.JsonReport;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes results of a SARIF run. */
final class SuiteSarifResult {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private final JsonGenerator json;
    private final Rendering rendering;
    private final boolean compared;

    /** @param compared whether results say if they are new */
    SuiteSarifResult(JsonGenerator json, Rendering rendering, boolean compared) {
        this.json = json;
        this.rendering = rendering;
        this.compared = compared;
    }

    /** @param rule index of its code among the rules of the run */
    void write(Concern concern, int rule) {
        Spot spot = concern.spot(rendering.sources());
        json.writeStartObject();
        json.writeStringProperty("ruleId", concern.code());
        json.writeNumberProperty("ruleIndex", rule);
        json.writeStringProperty("kind", concern.weight() == Weight.GUARDED ? "pass" : "fail");
        json.writeStringProperty("level", level(concern));
        SuiteSarif.text(json, "message", message(concern, spot));
        location(concern, spot);
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("relogridCause/v1", fingerprint(concern));
        json.writeEndObject();
        if (compared) {
            json.writeStringProperty("baselineState", concern.isNew() ? "new" : "unchanged");
        }
        suppressions(concern.accepted());
        properties(concern);
        json.writeEndObject();
    }

    /** A result that passes has no level; of what is accepted it is what it would be without. */
    private static String level(Concern concern) {
        return switch (concern.weight()) {
            case FAILS -> "error";
            case ACCEPTED -> breaks(concern.cause()) ? "error" : "warning";
            case WARNS -> "warning";
            case ASIDE -> "note";
            case GUARDED -> "none";
        };
    }

    private static boolean breaks(@Nullable Sighting cause) {
        return cause != null && cause.card().effect() == Effect.BREAKS;
    }

    private static String message(Concern concern, Spot spot) {
        return concern.member().name() + ": " + concern.sentence()
                + (spot.isOutside() ? " (" + spot.text() + ", which is no file of this repository)" : "");
    }

    /** The same after an edit above it, and of each object of a suite another. */
    private static String fingerprint(Concern concern) {
        Member member = concern.member();
        Sighting cause = concern.cause();
        String key = cause == null
                ? concern.code()
                : CauseKey.of(member.report(), cause).fingerprint();
        return Sha256.of((member.name() + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The source line; where the repository has none, the object. */
    private void location(Concern concern, Spot spot) {
        Sighting cause = concern.cause();
        Place place = cause == null ? null : cause.card().place();
        String file = spot.file();
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        artifact(json, file == null ? concern.member().name() : file);
        if (place != null && file != null && spot.line() > 0) {
            region(spot, place.text());
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
        json.writeEndArray();
    }

    private void region(Spot spot, String line) {
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", spot.line());
        if (spot.column() > 0) {
            json.writeNumberProperty("startColumn", spot.column());
        }
        if (!line.isEmpty()) {
            SuiteSarif.text(json, "snippet", line);
        }
        json.writeEndObject();
    }

    private void suppressions(@Nullable Ignore by) {
        if (by == null) {
            return;
        }
        json.writeArrayPropertyStart("suppressions");
        json.writeStartObject();
        json.writeStringProperty("kind", "external");
        json.writeStringProperty("status", "accepted");
        json.writeStringProperty("justification", by.reason() + " (until " + by.until() + ")");
        json.writeEndObject();
        json.writeEndArray();
    }

    private void properties(Concern concern) {
        Sighting cause = concern.cause();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("object", concern.member().name());
        if (cause != null) {
            json.writeStringProperty("effect", cause.card().effect().word());
            JsonReport.strings(
                    json, "programs", JsonReport.programs(concern.member().report(), cause));
        }
        JsonReport.strings(json, "kernels", concern.kernels());
        if (!concern.fix().isEmpty()) {
            json.writeStringProperty("fix", concern.fix());
        }
        json.writeEndObject();
    }

    /** A file's name as an address: relative to the top of the repository, or of this machine. */
    static void artifact(JsonGenerator json, String path) {
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(path));
        json.writeEndObject();
    }

    static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(one) >= 0) {
                uri.append((char) one);
            } else {
                uri.append(String.format("%%%02X", one));
            }
        }
        return uri.toString();
    }
}
