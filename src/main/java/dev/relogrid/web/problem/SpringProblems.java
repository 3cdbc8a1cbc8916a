package dev.relogrid.web.problem;

import dev.relogrid.web.problem.Problems.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/** Says which problem an exception of Spring's own is. */
final class SpringProblems {
    private static final Map<Integer, ApiProblem> KINDS = Map.of(
            401, ApiProblem.UNAUTHORIZED,
            403, ApiProblem.FORBIDDEN,
            404, ApiProblem.NOT_FOUND,
            405, ApiProblem.METHOD_NOT_ALLOWED,
            406, ApiProblem.NOT_ACCEPTABLE,
            413, ApiProblem.TOO_LARGE,
            415, ApiProblem.UNSUPPORTED_MEDIA_TYPE,
            429, ApiProblem.TOO_MANY_REQUESTS,
            503, ApiProblem.UNAVAILABLE);

    private SpringProblems() {}

    static Problem of(Exception failure, HttpStatusCode status) {
        return switch (failure) {
            case MethodArgumentNotValidException told -> Problems.invalid(fields(told));
            case HandlerMethodValidationException told
            when status.is4xxClientError() -> Problems.invalid(parameters(told));
            case HttpMessageNotReadableException told -> unreadable(told);
            case NoResourceFoundException told ->
                new Problem(ApiProblem.NOT_FOUND, "there is nothing at /" + told.getResourcePath());
            case MethodArgumentTypeMismatchException told -> mismatch(told, told.getName());
            case TypeMismatchException told
            when status.is4xxClientError() ->
                mismatch(told, Objects.requireNonNullElse(told.getPropertyName(), "a parameter"));
            default -> byStatus(failure, status);
        };
    }

    private static Problem byStatus(Exception failure, HttpStatusCode status) {
        ApiProblem kind = KINDS.get(status.value());
        if (kind == null) {
            if (status.is5xxServerError()) {
                return Problems.of(failure);
            }
            kind = ApiProblem.BAD_REQUEST;
        }
        return new Problem(kind, detail(failure, kind));
    }

    private static String detail(Exception failure, ApiProblem kind) {
        ProblemDetail told = failure instanceof ErrorResponse response ? response.getBody() : null;
        String detail = told == null ? null : told.getDetail();
        return detail == null ? kind.title() : detail;
    }

    private static Problem mismatch(TypeMismatchException told, String name) {
        Class<?> wanted = told.getRequiredType();
        String shape = wanted == null ? "what it should be" : "a value of the kind " + wanted.getSimpleName();
        return Problems.invalid(List.of(new FieldError(name, "is " + told.getValue() + ", which is not " + shape)));
    }

    private static List<FieldError> fields(MethodArgumentNotValidException told) {
        return told.getFieldErrors().stream()
                .map(each -> new FieldError(each.getField(), each.getDefaultMessage(), "is not valid"))
                .toList();
    }

    private static List<FieldError> parameters(HandlerMethodValidationException told) {
        return told.getParameterValidationResults().stream()
                .flatMap(each -> each.getResolvableErrors().stream()
                        .map(error -> new FieldError(
                                Objects.requireNonNullElse(
                                        each.getMethodParameter().getParameterName(), "a parameter"),
                                error.getDefaultMessage(),
                                "is not valid")))
                .toList();
    }

    /** Jackson's own sentences name our classes, so only the place is taken from them. */
    private static Problem unreadable(HttpMessageNotReadableException told) {
        Optional<Problem> large = tooLarge(told);
        if (large.isPresent()) {
            return large.get();
        }
        for (@Nullable Throwable at = told; at != null; at = at.getCause()) {
            if (at instanceof StreamReadException broken) {
                TokenStreamLocation where = broken.getLocation();
                return new Problem(
                        ApiProblem.BAD_REQUEST,
                        "the body is not JSON: it stops making sense in line " + where.getLineNr() + ", column "
                                + where.getColumnNr());
            }
            if (at instanceof JacksonException shape) {
                return Problems.invalid(List.of(new FieldError(path(shape), reason(shape))));
            }
        }
        return new Problem(ApiProblem.BAD_REQUEST, "the body is missing or cannot be read");
    }

    /** Whoever reads the body wraps what reading it ends in. */
    private static Optional<Problem> tooLarge(Throwable told) {
        for (@Nullable Throwable at = told; at != null; at = at.getCause()) {
            if (at instanceof BodyTooLarge large) {
                return Optional.of(large.problem());
            }
        }
        return Optional.empty();
    }

    private static String path(JacksonException shape) {
        String path = shape.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "the body" : path;
    }

    private static String reason(JacksonException shape) {
        return shape.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null
                ? "is refused: " + ours.getMessage()
                : "is missing, unknown or not of the shape the interface describes";
    }
}
