package dev.relogrid.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** JSON as it comes, one value after the other; whatever is not as expected ends in one clear error. */
final class JsonIn {
    /** No report is half as deep. */
    static final int DEEPEST = 32;

    private static final int LONGEST_SHOWN = 60;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final JsonParser in;

    private JsonIn(JsonParser in) {
        this.in = in;
    }

    /** Hands over the one value of a document, which {@code document} has to take. */
    static void read(byte[] json, Consumer<JsonIn> document) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            JsonIn in = new JsonIn(parser);
            parser.nextToken();
            document.accept(in);
            if (parser.nextToken() != null) {
                throw in.bad("the end of the report");
            }
        } catch (StreamConstraintsException e) {
            throw new BadBaseline("", "a report at most " + DEEPEST + " levels deep", clause(e));
        } catch (JacksonException e) {
            throw new BadBaseline("", "JSON", clause(e));
        }
    }

    private static String clause(JacksonException e) {
        String said = String.valueOf(e.getOriginalMessage());
        String where = e.getLocation() == null
                ? ""
                : " (byte " + Math.max(0, e.getLocation().getByteOffset()) + ")";
        return said.lines().findFirst().orElse("nothing") + where;
    }

    /** An object; {@code field} takes each value, or {@link #skip}s it. */
    void object(String what, Consumer<String> field) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw bad(what);
        }
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            field.accept(name);
        }
    }

    /** An array; {@code each} takes every value. */
    void array(String what, Runnable each) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw bad(what);
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == null) {
                return; // the parser says what is wrong when it is asked for more
            }
            each.run();
        }
    }

    String text(String what) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw bad(what);
        }
        return in.getString();
    }

    List<String> texts(String what) {
        List<String> texts = new ArrayList<>();
        array("an array of " + what, () -> texts.add(text(what)));
        return texts;
    }

    /** One of an enum's words, written in lower case. */
    <E extends Enum<E>> E word(Class<E> words) {
        String text = text("a word");
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        List<String> known = Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        throw bad("one of " + String.join(", ", known));
    }

    /** Insists on a number. */
    void require(int number, String what) {
        boolean same = in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && in.getString().equals(Integer.toString(number));
        if (!same) {
            throw bad(what + " " + number);
        }
    }

    /** Passes over a value nobody asked for. */
    void skip() {
        in.skipChildren();
    }

    /** That something else is here. */
    BadBaseline bad(String expected) {
        return bad(expected, found());
    }

    BadBaseline bad(String expected, String found) {
        return new BadBaseline(where(), expected, found);
    }

    /** That a field is not here. */
    BadBaseline missing(String field) {
        return bad(field, "none");
    }

    private String where() {
        return in.streamReadContext().pathAsPointer().toString();
    }

    private String found() {
        return switch (in.currentToken()) {
            case null -> "the end";
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "'" + shortened(in.getString()) + "'";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> shortened(in.getString());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> in.getString();
            case NOT_AVAILABLE, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> "something else";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "\u2026";
    }
}
