package dev.relogrid.web.problem;

import java.util.Map;

/** Ends a request with a problem of a known kind. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param detail one sentence about this occurrence, for the person who reads it */
    public ApiException(ApiProblem kind, String detail) {
        this(kind, detail, Map.of());
    }

    /**
     * @param detail one sentence about this occurrence, for the person who reads it
     * @param extra further members of the answer, for the program that reads it; a {@code retryAfter} in seconds also
     *     becomes the header
     */
    public ApiException(ApiProblem kind, String detail, Map<String, Object> extra) {
        super(detail);
        this.problem = new Problem(kind, detail, extra);
    }

    /** The kind of error. */
    public ApiProblem kind() {
        return problem.kind();
    }

    Problem problem() {
        return problem;
    }
}
