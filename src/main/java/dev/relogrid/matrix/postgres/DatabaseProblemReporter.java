package dev.relogrid.matrix.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says a {@link DatabaseProblem} in its one sentence where Spring would print a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseProblemReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseProblem) {
                System.err.println("relogrid: " + cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
