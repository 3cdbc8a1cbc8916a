package dev.relogrid.matrix.blob;

import org.jspecify.annotations.Nullable;

/** A blob that cannot be written or read as it was written, in one sentence; nobody's request is to blame. */
public final class BlobProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    BlobProblem(String sentence) {
        super(sentence);
    }

    BlobProblem(String sentence, @Nullable Throwable cause) {
        super(sentence + (cause == null ? "" : ": " + cause.getMessage()), cause);
    }
}
