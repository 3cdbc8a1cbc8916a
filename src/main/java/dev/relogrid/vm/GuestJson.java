package dev.relogrid.vm;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One object of a guest's JSON. Asking for what is not there, or is of another kind, ends in {@link MalformedInput}; so
 * does JSON that is deeper or longer than any guest of ours writes.
 */
final class GuestJson {
    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(8 << 20)
                    .maxNameLength(128)
                    .maxNumberLength(24)
                    .maxDocumentLength(Frame.MAX_PAYLOAD)
                    .build())
            .build());

    private final String what;
    private final JsonNode node;

    private GuestJson(String what, JsonNode node) {
        this.what = what;
        this.node = node;
    }

    /** @param what errors call it */
    static GuestJson of(String what, byte[] payload) {
        try {
            return object(what, MAPPER.readTree(payload));
        } catch (JacksonException e) {
            throw new MalformedInput(what, 0, "JSON", e.getOriginalMessage());
        }
    }

    private static GuestJson object(String what, JsonNode node) {
        if (!node.isObject()) {
            throw new MalformedInput(
                    what, 0, "a JSON object", node.getNodeType().toString());
        }
        return new GuestJson(what, node);
    }

    boolean has(String key) {
        return node.has(key);
    }

    String text(String key) {
        JsonNode value = node.path(key);
        if (!value.isString()) {
            throw wrong(key, "a text", value);
        }
        return value.stringValue();
    }

    String textOr(String key, String absent) {
        return node.has(key) ? text(key) : absent;
    }

    long number(String key) {
        JsonNode value = node.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(key, "a whole number", value);
        }
        return value.longValue();
    }

    long numberOr(String key, long absent) {
        return node.has(key) ? number(key) : absent;
    }

    /** A number from {@code min} to {@code max}. */
    int within(String key, int min, int max) {
        long value = number(key);
        if (value < min || value > max) {
            throw new MalformedInput(what, 0, key + " from " + min + " to " + max, Long.toString(value));
        }
        return (int) value;
    }

    /** The same, or {@code absent}. */
    int withinOr(String key, int min, int max, int absent) {
        return node.has(key) ? within(key, min, max) : absent;
    }

    /** The objects in a list; none when there is no list. */
    List<GuestJson> rows(String key) {
        JsonNode list = node.path(key);
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw wrong(key, "a list", list);
        }
        List<GuestJson> rows = new ArrayList<>(list.size());
        for (JsonNode row : list) {
            rows.add(object(what + " " + key, row));
        }
        return rows;
    }

    private MalformedInput wrong(String key, String expected, JsonNode found) {
        return new MalformedInput(
                what, 0, key + ": " + expected, found.getNodeType().toString());
    }
}
