package dev.relogrid.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * One occurrence of an {@link ApiProblem}.
 *
 * @param detail one sentence about this occurrence
 * @param extra further members of the answer, in the order they are to appear in
 */
public record Problem(ApiProblem kind, String detail, Map<String, Object> extra) {
    private static final int RETRY_AFTER_SECONDS = 5;

    public Problem(ApiProblem kind, String detail) {
        this(kind, detail, Map.of());
    }

    /** The members of RFC 9457, then {@code code}, then what is extra. */
    Map<String, Object> body(String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", kind.type().toString());
        body.put("title", kind.title());
        body.put("status", kind.status());
        body.put("detail", detail);
        body.put("instance", instance);
        body.put("code", kind.code());
        extra.forEach(body::putIfAbsent);
        return body;
    }

    /** The headers this kind brings along, beside those somebody set already. */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (kind.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"relogrid\"");
        }
        if (kind.status() == 429 || kind.status() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(extra.getOrDefault("retryAfter", RETRY_AFTER_SECONDS)));
        }
        return headers;
    }

    ResponseEntity<Object> answer(String instance) {
        return ResponseEntity.status(kind.status()).headers(headers()).body(body(instance));
    }
}
