package dev.relogrid.web.problem;

import dev.relogrid.matrix.blob.BlobProblem;
import dev.relogrid.matrix.postgres.Outage;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Says of any exception which problem it is; what is no known one is a bug and goes into the log. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** The problem, also where the exception that tells it is the cause of another. */
    static Problem of(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            Optional<Problem> known = known(at);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return bug(failure);
    }

    /** The problem this very exception tells, whatever caused it. */
    static Optional<Problem> known(Throwable failure) {
        return OwnProblems.of(failure).or(() -> ofLibraries(failure));
    }

    private static Optional<Problem> ofLibraries(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case BlobProblem told -> {
                        LOG.warn("The blob store fails: {}", told.getMessage());
                        yield new Problem(ApiProblem.UNAVAILABLE, "what keeps the objects' bytes fails just now");
                    }
                    case ConstraintViolationException told -> invalid(told);
                    case DuplicateKeyException _ ->
                        new Problem(ApiProblem.CONFLICT, "something of this name is there already");
                    case OptimisticLockingFailureException _ ->
                        new Problem(ApiProblem.CONFLICT, "somebody else changed this meanwhile");
                    case DataAccessResourceFailureException told -> unavailable(told);
                    case TransientDataAccessException told -> unavailable(told);
                    case RecoverableDataAccessException told -> unavailable(told);
                    case CannotCreateTransactionException told -> unavailable(told);
                    case TransactionSystemException told -> unavailable(told);
                    case AuthenticationServiceException told -> {
                        LOG.warn("The identity provider does not answer: {}", told.getMessage());
                        yield new Problem(ApiProblem.UNAVAILABLE, "the identity provider does not answer just now");
                    }
                    // what Spring's own translation takes for an unknown error when the server ends under a query
                    case Exception told when Outage.isOne(told) -> unavailable(told);
                    default -> null;
                });
    }

    /** A list of what is wrong with which field. */
    static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().field() + " " + errors.getFirst().message()
                : errors.size() + " fields are not as they should be";
        return new Problem(ApiProblem.BAD_REQUEST, detail, Map.of("errors", errors));
    }

    /**
     * One row of {@code errors}.
     *
     * @param field the field or parameter
     * @param message what is wrong with it, continuing a sentence that starts with its name
     */
    record FieldError(String field, String message) {
        FieldError(String field, @Nullable String message, String otherwise) {
            this(field, message == null ? otherwise : message);
        }
    }

    private static Problem invalid(ConstraintViolationException told) {
        return invalid(told.getConstraintViolations().stream()
                .map(each -> new FieldError(String.valueOf(each.getPropertyPath()), each.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList());
    }

    private static Problem unavailable(Exception told) {
        LOG.warn("The database does not answer: {}", told.getMessage());
        return new Problem(ApiProblem.UNAVAILABLE, "the database does not answer just now");
    }

    private static Problem bug(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.error("Request failed, id {}", id, failure);
        return new Problem(
                ApiProblem.INTERNAL,
                "something went wrong that should not; the service's log has it under " + id,
                Map.of("id", id));
    }
}
