package dev.relogrid.matrix.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/** Why there is no database to work with, as one sentence for the person who started the program. */
public sealed class DatabaseProblem extends RuntimeException implements ExitCodeGenerator permits FolderInUse {
    private static final long serialVersionUID = 1;

    DatabaseProblem(String sentence) {
        super(sentence);
    }

    DatabaseProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** Not started. */
    @Override
    public int getExitCode() {
        return 2;
    }
}
