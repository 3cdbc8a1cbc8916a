package dev.relogrid.report.history;

import dev.relogrid.engine.history.Answer;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A history for programs. */
public final class HistoryJson {
    private final HistoryLabels labels;
    private final List<Answer> answers;

    public HistoryJson(HistoryLabels labels) {
        this.labels = labels;
        this.answers = labels.answers();
    }

    /** Writes its properties into an object that is being written. */
    public void write(JsonGenerator json, String question, List<HistoryRow> rows, List<HistoryRun.Asked> asked) {
        json.writeStringProperty("question", question);
        json.writeNumberProperty("present", labels.present());
        json.writeArrayPropertyStart("answers");
        answers.forEach(answer -> answer(json, answer));
        json.writeEndArray();
        json.writeArrayPropertyStart("lines");
        rows.forEach(row -> row(json, row));
        json.writeEndArray();
        json.writeArrayPropertyStart("kernels");
        asked.forEach(one -> kernel(json, one));
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void answer(JsonGenerator json, Answer answer) {
        json.writeStartObject();
        json.writeStringProperty("status", answer.status().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("label", labels.of(List.of(answer)));
        json.writeStringProperty("text", answer.text());
        strings(json, "similar", answer.similar());
        json.writeStringProperty("module", answer.module().isEmpty() ? null : answer.module());
        json.writeNumberProperty("kernels", labels.count(answer));
        json.writeEndObject();
    }

    private void row(JsonGenerator json, HistoryRow row) {
        json.writeStartObject();
        json.writeStringProperty("line", row.line().isEmpty() ? null : row.line());
        strings(json, "flavours", row.flavours());
        json.writeArrayPropertyStart("segments");
        for (HistoryTrack.Segment segment : row.segments()) {
            json.writeStartObject();
            json.writeArrayPropertyStart("answers");
            segment.answers().forEach(answer -> json.writeNumber(answers.indexOf(answer)));
            json.writeEndArray();
            json.writeStringProperty("first", segment.first().text());
            json.writeStringProperty("last", segment.last().text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void kernel(JsonGenerator json, HistoryRun.Asked one) {
        json.writeStartObject();
        json.writeStringProperty("kernel", one.kernel().id());
        json.writeNumberProperty("answer", answers.indexOf(one.answer()));
        json.writeEndObject();
    }
}
