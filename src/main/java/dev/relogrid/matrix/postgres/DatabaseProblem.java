package dev.relogrid.matrix.postgres;

import org.jspecify.annotations.Nullable;

/** Why there is no database to work with, as one sentence for the person who started the program. */
public sealed class DatabaseProblem extends RuntimeException permits FolderInUse {
    private static final long serialVersionUID = 1;

    DatabaseProblem(String sentence) {
        super(sentence);
    }

    DatabaseProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
