package dev.relogrid.web.security;

import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.problem.Problem;
import dev.relogrid.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too large: at once where its length is told, otherwise as soon as one byte too many arrives. */
final class BodyLimitFilter extends OncePerRequestFilter {
    private final LimitSettings limits;
    private final ProblemWriter problems;

    BodyLimitFilter(LimitSettings limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            problems.write(
                    request,
                    response,
                    new Problem(
                            ApiProblem.TOO_LARGE,
                            "the body has " + request.getContentLengthLong() + " bytes; this address takes " + limit,
                            Map.of("limit", Long.toString(limit))));
            return;
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    private long limit(HttpServletRequest request) {
        String path = AccessRule.path(request).value();
        if (path.startsWith("/api/v1/objects")) {
            return limits.object().toBytes();
        }
        return path.startsWith("/api/v1/kernels")
                ? limits.kernel().toBytes()
                : limits.body().toBytes();
    }
}
