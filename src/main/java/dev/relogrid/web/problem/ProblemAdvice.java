package dev.relogrid.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where what a controller throws becomes an answer: always {@code application/problem+json}. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    /** What is Spring's own arrives in {@link #handleExceptionInternal}; this is the rest. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> anythingElse(Exception failure, HttpServletRequest request) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure; // Spring Security's filter answers these, and only it knows whether anybody is logged in
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null; // nobody is left to answer
        }
        return Problems.of(failure).answer(request.getRequestURI());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest asked = (ServletWebRequest) request;
        if (asked.getResponse() != null && asked.getResponse().isCommitted()) {
            return null;
        }
        Problem problem = Optional.<Throwable>ofNullable(failure.getCause())
                .flatMap(Problems::known)
                .orElseGet(() -> SpringProblems.of(failure, status));
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.putAll(problem.headers());
        return ResponseEntity.status(problem.kind().status())
                .headers(all)
                .body(problem.body(asked.getRequest().getRequestURI()));
    }
}
