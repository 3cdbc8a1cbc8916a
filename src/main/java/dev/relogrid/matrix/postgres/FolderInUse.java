package dev.relogrid.matrix.postgres;

import java.nio.file.Path;

/** Another process works on the data folder. */
final class FolderInUse extends DatabaseProblem {
    private static final long serialVersionUID = 1;

    FolderInUse(String pid, Path folder) {
        super("another relogrid serve (pid " + pid + ") uses " + folder);
    }
}
