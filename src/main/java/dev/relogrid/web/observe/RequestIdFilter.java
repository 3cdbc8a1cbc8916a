package dev.relogrid.web.observe;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id that is in all its lines of the log and in its answer: the caller's own {@code X-Request-Id}
 * where it is a plain word, otherwise a new one. Requests about a run carry the run's id in the log too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class RequestIdFilter extends OncePerRequestFilter {
    private static final String HEADER = "X-Request-Id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern RUN = Pattern.compile("/api/v1/runs/([0-9a-f-]{36})(/.*)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader(HEADER));
        Matcher run = RUN.matcher(request.getRequestURI());
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable _ = MDC.putCloseable("requestId", id);
                MDC.MDCCloseable _ = run.matches() ? MDC.putCloseable("runId", run.group(1)) : null) {
            chain.doFilter(request, response);
        }
    }

    /** What somebody sends may not write lines of its own into the log. */
    private static String id(@Nullable String sent) {
        return sent != null && PLAIN.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
