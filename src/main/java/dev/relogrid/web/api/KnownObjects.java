package dev.relogrid.web.api;

import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import org.springframework.stereotype.Component;

/** The object an address names, or the problem that there is none. */
@Component
public final class KnownObjects {
    private final Objects objects;

    KnownObjects(Objects objects) {
        this.objects = objects;
    }

    /** @param sha256OrPrefix all 64 digits, or at least the first 12 */
    public StoredObject get(String sha256OrPrefix) {
        return objects.find(sha256OrPrefix)
                .orElseThrow(() -> new ApiException(
                        ApiProblem.NOT_FOUND,
                        "there is no object " + sha256OrPrefix
                                + " (its SHA-256 in lower case, or at least the first 12 digits of it)"));
    }
}
