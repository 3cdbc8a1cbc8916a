package dev.relogrid.web.security;

import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.problem.Problem;
import dev.relogrid.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** How somebody is turned away: 401 where saying who they are might help, 403 where it does not. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;
    private final Supplier<Caller> caller;

    Refusals(ProblemWriter problems, Supplier<Caller> caller) {
        this.problems = problems;
        this.caller = caller;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException told)
            throws IOException {
        problems.write(request, response, new Problem(ApiProblem.UNAUTHORIZED, "this needs a token or a login"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException told)
            throws IOException {
        Caller now = caller.get();
        if (now.isAnonymous()) {
            problems.write(request, response, new Problem(ApiProblem.UNAUTHORIZED, "this needs a token or a login"));
        } else if (told instanceof CsrfException) {
            problems.write(
                    request,
                    response,
                    new Problem(
                            ApiProblem.FORBIDDEN,
                            "a browser's write carries the cookie XSRF-TOKEN in the header X-XSRF-TOKEN too"));
        } else {
            problems.write(request, response, new Problem(ApiProblem.FORBIDDEN, refusal(request, now)));
        }
    }

    private static String refusal(HttpServletRequest request, Caller now) {
        String bound = now.project() == null ? "" : ", bound to the project " + now.project();
        String scope =
                now.scope() == null ? "no scope" : "the scope " + now.scope().text();
        return request.getMethod() + " here asks for more than " + scope + bound;
    }
}
