package dev.relogrid.cli;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a push does, step by step. Each leaves alone what is as it should be, so that pushing the same again changes
 * nothing; and nothing is attached to the ref before all objects are there.
 */
final class PushSteps {
    private static final String JSON = "application/json";

    private final PushService service;
    private final PushPlace place;
    private final LiveLine line;

    PushSteps(PushService service, PushPlace place, LiveLine line) {
        this.service = service;
        this.place = place;
        this.line = line;
    }

    /** Makes the project where it is not there; the first thing asked, so it is looked at who answers. */
    void project() {
        line.show("looking for the project " + place.project());
        PushAnswer known = service.ask("GET", place.ofProject(), BodyPublishers.noBody(), "Accept", JSON);
        if (known.status() == 404 && PushTrouble.isProblem(known)) {
            known = service.good("PUT", place.ofProject(), BodyPublishers.noBody(), "Accept", JSON);
        }
        JsonNode answer = known.isGood() && known.type().startsWith(JSON) ? PushTrouble.json(known.body()) : null;
        if (answer == null || !answer.toString().contains("\"" + place.project() + "\"")) {
            throw service.trouble(PushTrouble.said(known));
        }
    }

    /** Uploads those that are not there. */
    void upload(Map<String, ObjectFile> objects) {
        int done = 0;
        for (ObjectFile object : objects.values()) {
            done++;
            line.show("uploading " + done + " of " + objects.size() + ": " + object.name());
            String address = "/api/v1/objects/" + object.sha256();
            PushAnswer known = service.ask("HEAD", address, BodyPublishers.noBody());
            if (known.isGood()) {
                continue;
            }
            String name = object.name().substring(object.name().lastIndexOf('/') + 1);
            PushAnswer put = service.ask(
                    "PUT",
                    address + "?name=" + PushPlace.encoded(name),
                    BodyPublishers.ofByteArray(object.content()),
                    "Content-Type",
                    "application/octet-stream");
            if (!put.isGood()) {
                throw new NoAnswer(object.name() + ": " + PushTrouble.said(put));
            }
        }
    }

    /** Sets the project's policy, unless it is this one. */
    void policy(String file, byte[] text) {
        line.show("setting the policy");
        PushAnswer known = service.good("GET", place.ofPolicy(), BodyPublishers.noBody(), "Accept", "text/yaml");
        if (Arrays.equals(known.body(), text)) {
            return;
        }
        PushAnswer put = service.ask(
                "PUT", place.ofPolicy(), BodyPublishers.ofByteArray(text), "Content-Type", "text/yaml", "Accept", JSON);
        if (!put.isGood()) {
            throw new NoAnswer(file + ": " + PushTrouble.said(put));
        }
    }

    /** Takes off the ref what it has under other paths. */
    void detachOthers(Set<String> paths) {
        PushAnswer ref = service.good("GET", place.ofRef(), BodyPublishers.noBody(), "Accept", JSON);
        JsonNode answer = PushTrouble.json(ref.body());
        if (answer == null) {
            throw service.trouble(PushTrouble.said(ref));
        }
        for (JsonNode object : answer.path("objects")) {
            String path = object.path("path").asString("");
            if (!paths.contains(path)) {
                line.show("detaching " + path);
                PushAnswer gone = service.ask("DELETE", place.ofObject(path), BodyPublishers.noBody(), "Accept", JSON);
                if (!gone.isGood() && gone.status() != 404) { // somebody else did
                    throw new NoAnswer(path + ": " + PushTrouble.said(gone));
                }
            }
        }
    }

    /** Makes them what the ref has under their paths. */
    void attach(Map<String, ObjectFile> objects, @Nullable String commit) {
        String from = commit == null ? "" : ", \"commit\": \"" + commit + "\"";
        objects.forEach((path, object) -> {
            line.show("attaching " + path);
            String body = "{\"sha256\": \"" + object.sha256() + "\"" + from + "}";
            PushAnswer put = service.ask(
                    "PUT",
                    place.ofObject(path),
                    BodyPublishers.ofString(body, StandardCharsets.UTF_8),
                    "Content-Type",
                    JSON,
                    "Accept",
                    JSON);
            if (!put.isGood()) {
                throw new NoAnswer(object.name() + ": " + PushTrouble.said(put));
            }
        });
    }
}
