package dev.relogrid.cli;

import dev.relogrid.gate.Outcome;
import dev.relogrid.gate.render.Form;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The report a service makes of a ref, waited for. */
final class PushReport {
    private static final int PENDING = 202;

    private final PushService service;
    private final PushPlace place;
    private final Map<String, String> question;
    private final PushDeadline deadline;
    private final Map<Form, PushAnswer> known = new EnumMap<>(Form.class);

    /** @param question what is asked besides the form: {@code against}, {@code targets} */
    PushReport(PushService service, PushPlace place, Map<String, String> question, PushDeadline deadline) {
        this.service = service;
        this.place = place;
        this.question = Map.copyOf(question);
        this.deadline = deadline;
    }

    /** In that form, asked for once. */
    PushAnswer in(Form form, LiveLine line) {
        PushAnswer before = known.get(form);
        if (before != null) {
            return before;
        }
        Map<String, String> query = new HashMap<>(question);
        query.put("format", form.word());
        while (true) {
            PushAnswer answer = service.good("GET", place.ofReport(query), BodyPublishers.noBody());
            if (answer.status() != PENDING) {
                outcome(answer);
                known.put(form, answer);
                return answer;
            }
            wait(answer, line);
        }
    }

    private void wait(PushAnswer answer, LiveLine line) {
        JsonNode body = PushTrouble.json(answer.body());
        int pending = body == null ? 0 : body.path("pending").size();
        String judged = pending == 1 ? "one object is" : pending + " objects are";
        line.show("waiting: " + judged + " still being judged");
        Duration pause = answer.retryAfter();
        if (!deadline.allows(pause)) {
            throw service.trouble(judged + " not judged yet; gave up after " + deadline.seconds() + " s (--timeout)");
        }
        PushDeadline.sleep(pause);
    }

    /** What it comes to. */
    Outcome outcome(PushAnswer answer) {
        String word = answer.header("Relogrid-Outcome");
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.code().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        service.trouble("it answers " + answer.status() + " without saying whether that is good or bad"
                                + (word.isEmpty() ? "" : ", but '" + word + "'")));
    }

    /** The sentence a report comes to, from its JSON. */
    String headline(PushAnswer json) {
        JsonNode body = PushTrouble.json(json.body());
        String headline = body == null ? "" : body.path("headline").asString("");
        if (headline.isEmpty()) {
            throw service.trouble("its report has no headline");
        }
        return headline;
    }
}
