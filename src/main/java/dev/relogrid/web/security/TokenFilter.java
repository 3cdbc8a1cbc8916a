package dev.relogrid.web.security;

import dev.relogrid.matrix.access.KeptToken;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.problem.Problem;
import dev.relogrid.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out whose token a request carries. A wrong one is refused even where nothing at all would do. */
final class TokenFilter extends OncePerRequestFilter {
    private final SecurityContextRepository perRequest = new RequestAttributeSecurityContextRepository();
    private final Tokens tokens;
    private final ProblemWriter problems;
    private final boolean othersKnowMore;

    /** @param othersKnowMore whether another filter reads bearer tokens that are not ours */
    TokenFilter(Tokens tokens, ProblemWriter problems, boolean othersKnowMore) {
        this.tokens = tokens;
        this.problems = problems;
        this.othersKnowMore = othersKnowMore;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<String> carried = BearerHeader.token(header);
        if (header == null || (othersKnowMore && carried.isPresent() && !Tokens.looksLikeOne(carried.get()))) {
            chain.doFilter(request, response);
            return;
        }
        Optional<KeptToken> known;
        try {
            known = carried.filter(Tokens::looksLikeOne).flatMap(tokens::find);
        } catch (DataAccessException | TransactionException e) {
            problems.write(request, response, new Problem(ApiProblem.UNAVAILABLE, "tokens cannot be checked just now"));
            return;
        }
        if (known.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"relogrid\", error=\"invalid_token\"");
            problems.write(
                    request,
                    response,
                    new Problem(ApiProblem.UNAUTHORIZED, "this token is unknown, expired or revoked"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(Caller.of(known.get())));
        SecurityContextHolder.setContext(context);
        perRequest.saveContext(context, request, response); // an event stream comes back here when it ends
        chain.doFilter(request, response);
    }
}
