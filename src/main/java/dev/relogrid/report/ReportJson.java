package dev.relogrid.report;

import tools.jackson.databind.json.JsonMapper;

/**
 * Reports and their parts as JSON for ourselves: the database, not the interface. Fields and words are those of the
 * records and enums, so what was written by an older version may not be read by a newer one.
 */
public final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportJson() {}

    /** A {@link Report}, {@link Subject}, {@link AnswerClass} or {@link CauseCard}, or any list of these. */
    public static String write(Object part) {
        return MAPPER.writeValueAsString(part);
    }

    /** @throws tools.jackson.core.JacksonException when the text is not one */
    public static <T> T read(String json, Class<T> part) {
        return MAPPER.readValue(json, part);
    }
}
