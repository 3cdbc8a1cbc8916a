package dev.relogrid.matrix.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token is good for; each scope includes those before it. */
public enum Scope {
    /** Everything that changes nothing. */
    READ,
    /** Objects, refs, runs and what belongs to a project. */
    UPLOAD,
    /** Everything else: kernels, tokens, webhooks, removal. */
    ADMIN;

    /** The scope of this name, in lower case. */
    public static Optional<Scope> named(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(name))
                .findFirst();
    }

    /** The name in lower case, as in the interface and in the database. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody with this scope may do what asks for the other. */
    public boolean includes(Scope other) {
        return compareTo(other) >= 0;
    }
}
