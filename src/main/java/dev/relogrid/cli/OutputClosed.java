package dev.relogrid.cli;

import java.io.IOException;

/** The report cannot be written any further; unchecked, so that it passes through writers that swallow errors. */
final class OutputClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputClosed(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether whoever read the report stopped reading, as {@code head} does: no reason to complain. */
    boolean readerIsGone() {
        return "Broken pipe".equals(getMessage());
    }
}
