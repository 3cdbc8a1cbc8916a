package dev.relogrid.cli;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What a service answered. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PushAnswer(int status, HttpHeaders headers, byte[] body) {
    private static final Duration NOT_SAID = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    static PushAnswer of(HttpResponse<byte[]> answer) {
        return new PushAnswer(answer.statusCode(), answer.headers(), answer.body());
    }

    boolean isGood() {
        return status / 100 == 2;
    }

    String type() {
        return header("Content-Type");
    }

    /** Empty when there is none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** When to ask again, in seconds or as a date. */
    Duration retryAfter() {
        String value = header("Retry-After").strip();
        try {
            Duration said = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(Instant.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            return said.compareTo(SHORTEST) < 0 ? SHORTEST : said;
        } catch (DateTimeException e) {
            return NOT_SAID;
        }
    }
}
