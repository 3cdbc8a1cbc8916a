package dev.relogrid.matrix.access;

/** A token was to be bound to a project that does not exist. */
public final class UnknownProject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownProject(String name) {
        super("there is no project " + name);
    }
}
