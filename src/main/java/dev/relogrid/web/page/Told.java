package dev.relogrid.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A part of what the interface answered, as people read it: what is not there is empty.
 *
 * @param json the part
 */
record Told(JsonNode json) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT_DIGEST = 12;

    /** The member of this name; {@code a/b} is the member b of a. */
    Told at(String name) {
        return new Told(json.at("/" + name));
    }

    /** The member as text; empty where it is null or not there. */
    String text(String name) {
        return at(name).text();
    }

    String text() {
        return json.isNull() || json.isMissingNode() ? "" : json.asString("");
    }

    /** The member as a number; 0 where it is none. */
    long number(String name) {
        return at(name).json.asLong(0);
    }

    boolean is(String name) {
        return at(name).json.asBoolean(false);
    }

    boolean has(String name) {
        JsonNode there = at(name).json;
        return !there.isNull() && !there.isMissingNode();
    }

    /** As many digits of a digest as an address takes. */
    String digest(String name) {
        String whole = text(name);
        return whole.length() > SHORT_DIGEST ? whole.substring(0, SHORT_DIGEST) : whole;
    }

    /** A time to the minute. */
    String time(String name) {
        String whole = text(name);
        try {
            return whole.isEmpty() ? "" : MINUTE.format(Instant.parse(whole));
        } catch (DateTimeParseException e) {
            return whole;
        }
    }

    /** What the list of this name has. */
    List<Told> list(String name) {
        return at(name).json.valueStream().map(Told::new).toList();
    }

    /** The texts the list of this name has. */
    String texts(String name, String between) {
        return list(name).stream().map(Told::text).collect(Collectors.joining(between));
    }

    /** So many of a thing, in words. */
    static String count(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }
}
