package dev.relogrid.policy;

import java.util.Locale;

/** What a policy says of a kernel. */
public enum Role {
    /** It has to work. */
    REQUIRED,
    /** It is told of, and never fails. */
    WATCHED,
    /** Nothing. */
    OTHER;

    /** In lower case, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
