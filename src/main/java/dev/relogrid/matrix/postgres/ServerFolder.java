package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the embedded PostgreSQL lives: {@code postgres} in the service's data folder, open to nobody else.
 *
 * @param root the folder itself
 */
record ServerFolder(Path root) {

    /** Creates the folder where it is missing. */
    static ServerFolder in(Path data) {
        Path root = data.toAbsolutePath().normalize().resolve("postgres");
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new DatabaseProblem("cannot write to the data folder " + root + ": " + e.getMessage(), e);
        }
        return new ServerFolder(root);
    }

    /** What PostgreSQL calls its data directory. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** A cluster still being made; becomes {@link #cluster()} by one rename. */
    Path unfinishedCluster() {
        return root.resolve("cluster.new");
    }

    Path programs() {
        return root.resolve("programs");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path log() {
        return root.resolve("log");
    }

    Path connection() {
        return root.resolve("connection");
    }

    Path password() {
        return root.resolve("password");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }
}
