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
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to a token, or an address without one, that asks too often. */
final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimits limits;
    private final Supplier<Caller> caller;
    private final ProblemWriter problems;

    RateLimitFilter(RateLimits limits, Supplier<Caller> caller, ProblemWriter problems) {
        this.limits = limits;
        this.caller = caller;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OptionalLong wait = AccessRules.isFree(AccessRule.path(request))
                ? OptionalLong.empty()
                : limits.count(client(request), AccessRules.isRead(request.getMethod()));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(
                request,
                response,
                new Problem(
                        ApiProblem.TOO_MANY_REQUESTS,
                        "there is room again in " + wait.getAsLong() + " s",
                        Map.of("retryAfter", wait.getAsLong())));
    }

    private String client(HttpServletRequest request) {
        Caller now = caller.get();
        return now.isAnonymous() ? ClientAddress.network(request.getRemoteAddr()) : now.name();
    }
}
