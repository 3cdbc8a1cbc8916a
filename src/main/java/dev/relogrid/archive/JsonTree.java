package dev.relogrid.archive;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON as maps, lists, strings and longs, by Jackson's streaming core alone: the catalog is read at every start of the
 * command line, and data binding would cost it more than everything else about the archive.
 */
public final class JsonTree {
    private JsonTree() {}

    /** @throws MalformedInput when {@code json} is not JSON, or has a number that is not whole */
    public static @Nullable Object parse(String name, byte[] json) {
        try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            in.nextToken();
            Object value = value(name, in);
            if (in.nextToken() != null) {
                throw new MalformedInput(name, in.currentLocation().getByteOffset(), "the end", "more JSON");
            }
            return value;
        } catch (JacksonException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new MalformedInput(name, offset, "JSON", e.getOriginalMessage());
        }
    }

    private static @Nullable Object value(String name, JsonParser in) {
        JsonToken token = in.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String field = in.currentName();
                    in.nextToken();
                    map.put(field, value(name, in));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(name, in));
                }
                yield list;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NULL -> null;
            case null, default ->
                throw new MalformedInput(
                        name, Math.max(0, in.currentLocation().getByteOffset()), "a JSON value", String.valueOf(token));
        };
    }

    /** UTF-8, two spaces deep for every level, a line feed at the end. */
    public static byte[] write(Object tree) {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), out)) {
            write(json, tree);
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable Object node) {
        switch (node) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, value) -> {
                    json.writeName(name.toString());
                    write(json, value);
                });
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(value -> write(json, value));
                json.writeEndArray();
            }
            case Number number -> json.writeNumber(number.longValue());
            default -> json.writeString(node.toString());
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            var indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
