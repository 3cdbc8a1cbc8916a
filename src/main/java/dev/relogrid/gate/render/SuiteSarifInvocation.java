package dev.relogrid.gate.render;

import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what a SARIF run says of itself: whether everything was answered, and what was not. */
final class SuiteSarifInvocation {
    private final Suite suite;
    private final JsonGenerator json;

    SuiteSarifInvocation(Suite suite, JsonGenerator json) {
        this.suite = suite;
        this.json = json;
    }

    /** @param leftOut how many results there were no room for */
    void write(int leftOut) {
        List<Unread> unanswered = Trouble.unanswered(suite);
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty(
                "executionSuccessful", unanswered.isEmpty() && !suite.members().isEmpty());
        json.writeArrayPropertyStart("toolExecutionNotifications");
        for (Unread unread : unanswered) {
            notification("error", unread.code(), unread.name() + ": " + unread.message(), unread.name());
        }
        if (leftOut > 0) {
            String many = leftOut + (leftOut == 1 ? " result was" : " results were");
            notification(
                    "warning",
                    "results_left_out",
                    many + " left out, the least important ones: a run holds " + SuiteSarif.MOST_RESULTS,
                    "");
        }
        for (String removed : suite.removed()) {
            notification("note", "object_removed", removed + ": was there before and is not now", "");
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("toolConfigurationNotifications");
        for (String reason : Trouble.ofPolicy(suite)) {
            notification("error", "policy", reason, suite.policy());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** @param file what it is about; empty for nothing */
    private void notification(String level, String code, String message, String file) {
        json.writeStartObject();
        json.writeObjectPropertyStart("descriptor");
        json.writeStringProperty("id", code);
        json.writeEndObject();
        json.writeStringProperty("level", level);
        SuiteSarif.text(json, "message", message);
        if (!file.isEmpty()) {
            json.writeArrayPropertyStart("locations");
            json.writeStartObject();
            json.writeObjectPropertyStart("physicalLocation");
            SuiteSarifResult.artifact(json, file);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
