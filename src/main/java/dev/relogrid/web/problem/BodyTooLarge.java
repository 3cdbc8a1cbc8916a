package dev.relogrid.web.problem;

import java.io.IOException;
import java.util.Map;

/** A request's body has more bytes than its address takes; thrown while reading, before the rest has arrived. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    /** @param limit the largest size in bytes */
    public BodyTooLarge(long limit) {
        super("the body is larger than the " + limit + " bytes this address takes");
        this.limit = limit;
    }

    Problem problem() {
        return new Problem(ApiProblem.TOO_LARGE, String.valueOf(getMessage()), Map.of("limit", Long.toString(limit)));
    }
}
