package dev.relogrid.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says in a clause why a service gave no answer, or what it said instead of one. */
final class PushTrouble {
    private static final int LONGEST = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PushTrouble() {}

    /** @param patience how long it was waited for */
    static String of(IOException trouble, Duration patience) {
        String waited = Math.max(1, Math.round(patience.toMillis() / 1000.0)) + " s";
        return switch (trouble) {
            case HttpConnectTimeoutException e -> "no connection within " + waited;
            case HttpTimeoutException e -> "no answer within " + waited;
            case ConnectException e ->
                isOf(e, UnresolvedAddressException.class)
                        ? "there is no host of that name"
                        : "no connection (" + said(e, "refused") + ")";
            case SSLException e -> "no secure connection (" + said(e, "TLS") + ")";
            default ->
                "the connection broke (" + said(trouble, trouble.getClass().getSimpleName()) + ")";
        };
    }

    private static boolean isOf(Throwable trouble, Class<?> kind) {
        for (Throwable one = trouble; one != null; one = one.getCause()) {
            if (kind.isInstance(one)) {
                return true;
            }
        }
        return false;
    }

    private static String said(Throwable trouble, String otherwise) {
        for (Throwable one = trouble; one != null; one = one.getCause()) {
            String message = one.getMessage();
            if (message != null && !message.isBlank()) {
                return message;
            }
        }
        return otherwise;
    }

    /** Whether a service of ours said no: it always says why, and in one way. */
    static boolean isProblem(PushAnswer answer) {
        return answer.type().startsWith("application/problem+json");
    }

    /** What it said; a clause. */
    static String said(PushAnswer answer) {
        JsonNode problem = isProblem(answer) ? json(answer.body()) : null;
        String detail = problem == null ? "" : problem.path("detail").asString("");
        if (detail.isEmpty()) {
            return "it answers " + answer.status() + " and not as relogrid does; is it the address of a service?";
        }
        return detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
    }

    /** Null when it is no JSON. */
    static @Nullable JsonNode json(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return null;
        }
    }
}
