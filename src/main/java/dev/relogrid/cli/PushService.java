package dev.relogrid.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A service, asked until it answers. Whatever is asked may be asked twice, so what may pass is tried again, each time after
 * a longer wait, until {@link PushDeadline}; what will not pass ends in {@link NoAnswer} at once. Redirects are not
 * followed, because the token would go along.
 */
final class PushService implements AutoCloseable {
    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TRY = Duration.ofMinutes(2);
    /** No report comes near it. */
    private static final long LARGEST_ANSWER = 256L << 20;

    private final URI server;
    private final @Nullable String token;
    private final PushDeadline deadline;
    private final HttpClient client;

    /** @param token null asks as nobody */
    PushService(URI server, @Nullable String token, PushDeadline deadline) {
        this.server = server;
        this.token = token;
        this.deadline = deadline;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deadline.atMost(CONNECT))
                .build();
    }

    /** The same, and nothing but a good answer will do. */
    PushAnswer good(String method, String path, BodyPublisher body, String... headers) {
        PushAnswer answer = ask(method, path, body, headers);
        if (!answer.isGood()) {
            throw trouble(PushTrouble.said(answer));
        }
        return answer;
    }

    /**
     * An answer that is good, or says what is wrong with the question.
     *
     * @param headers names and values in turn
     */
    PushAnswer ask(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        Duration wait = FIRST_WAIT;
        for (int tried = 1; ; tried++) {
            Duration patience = deadline.atMost(LONGEST_TRY);
            Duration pause = wait;
            String trouble;
            try {
                PushAnswer answer = once(request, patience);
                refused(answer);
                if (answer.status() != 429 && answer.status() < 500) {
                    return answer;
                }
                trouble = PushTrouble.said(answer);
                if (answer.status() == 429) {
                    tried--; // it works, and says when
                    pause = answer.retryAfter();
                }
            } catch (IOException e) {
                trouble = PushTrouble.of(e, patience);
            }
            if (tried == MOST_TRIES) {
                throw trouble(trouble + "; tried " + MOST_TRIES + " times");
            }
            if (!deadline.allows(pause)) {
                throw trouble(trouble + "; gave up after " + deadline.seconds() + " s (--timeout)");
            }
            PushDeadline.sleep(pause);
            wait = wait.multipliedBy(2);
        }
    }

    /** Ends the answers that no second try makes better. */
    private void refused(PushAnswer answer) {
        switch (answer.status()) {
            case 401 ->
                throw trouble(
                        token == null
                                ? "it wants a token: set RELOGRID_TOKEN, or give --token-file"
                                : "it does not accept the token (401)");
            case 403 -> throw trouble("the token may not do that (403): " + PushTrouble.said(answer));
            case 301, 302, 303, 307, 308 ->
                throw trouble("it leads elsewhere, where the token is not sent: give that address as --server ("
                        + answer.header("Location") + ")");
            default -> {
                // an answer, or worth another try
            }
        }
    }

    /** The client's own timeout ends with the headers, and a body may never come. */
    private PushAnswer once(HttpRequest.Builder request, Duration patience) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return PushAnswer.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted");
        }
    }

    /** @param clause what is wrong */
    NoAnswer trouble(String clause) {
        return new NoAnswer(server + ": " + clause);
    }

    /** Does not wait for answers that may never come. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
