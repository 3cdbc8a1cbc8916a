package dev.relogrid.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A fleet as JSON: an object of counts by kernel, or a list of objects with {@code kernel} and {@code nodes}. */
final class FleetJson {
    private final JsonParser json;
    private final FleetRows rows = new FleetRows();

    private FleetJson(JsonParser json) {
        this.json = json;
    }

    static Map<String, Long> parse(String text) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            FleetJson reader = new FleetJson(json);
            if (json.nextToken() == JsonToken.START_OBJECT) {
                reader.counts();
            } else {
                reader.list();
            }
            if (json.nextToken() != null) {
                reader.rows.bad(reader.line(), "expected the end, found more JSON");
            }
            return reader.rows.nodes();
        } catch (JacksonException e) {
            FleetRows rows = new FleetRows();
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            rows.bad(line, "this is not JSON: " + YamlReader.shortened(String.valueOf(e.getOriginalMessage())));
            return rows.nodes();
        }
    }

    private int line() {
        return json.currentTokenLocation().getLineNr();
    }

    private void counts() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String kernel = json.currentName();
            json.nextToken();
            add(line(), kernel, count());
        }
    }

    private void list() {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int line = line();
            if (json.currentToken() == JsonToken.START_OBJECT) {
                element(line);
            } else {
                rows.bad(line, "expected an object with 'kernel' and 'nodes'");
                json.skipChildren();
            }
        }
    }

    private void element(int line) {
        String kernel = null;
        Long nodes = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "kernel" -> kernel = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
                case "nodes" -> nodes = count();
                default -> json.skipChildren();
            }
        }
        if (kernel == null) {
            rows.bad(line, "'kernel' is missing");
        } else {
            add(line, kernel, nodes);
        }
    }

    private void add(int line, String kernel, @Nullable Long nodes) {
        if (nodes == null) {
            rows.bad(line, "expected a number of nodes of '" + YamlReader.shortened(kernel) + "'");
        } else {
            rows.add(line, kernel, nodes);
        }
    }

    /** Null when it is no whole number. */
    private @Nullable Long count() {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return json.getLongValue();
        }
        json.skipChildren();
        return null;
    }
}
