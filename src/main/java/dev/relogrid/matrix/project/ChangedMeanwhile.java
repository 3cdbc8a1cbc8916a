package dev.relogrid.matrix.project;

/** Somebody else changed it since the version the caller knows. */
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long version;

    ChangedMeanwhile(long version) {
        super("it is at version " + version + " now");
        this.version = version;
    }

    /** The version it is at. */
    public long version() {
        return version;
    }
}
