package dev.relogrid.matrix.backup;

import org.jspecify.annotations.Nullable;

/** Why a backup cannot be written or restored, in one sentence. */
public final class BackupProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackupProblem(String sentence) {
        super(sentence);
    }

    BackupProblem(String sentence, @Nullable Throwable cause) {
        super(sentence + (cause == null ? "" : ": " + cause.getMessage()), cause);
    }
}
