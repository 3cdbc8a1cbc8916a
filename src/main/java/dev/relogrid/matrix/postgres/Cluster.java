package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Makes PostgreSQL's data directory, once, and looks at the one that is there. */
final class Cluster {
    static final String USER = "relogrid";

    private Cluster() {}

    /** Creates it where it is missing. Nothing is half made: it gets its name when it is whole. */
    static void ensure(ServerFolder folder, Programs programs, ServerAccount account) {
        try {
            if (Files.exists(folder.cluster())) {
                hold(folder, programs);
                return;
            }
            Folders.delete(folder.unfinishedCluster());
            newPassword(folder, account);
            // The order of the database's own C.UTF-8 does not change when the system's libraries do.
            account.command(
                            programs.program("initdb"),
                            "--pgdata=" + folder.unfinishedCluster(),
                            "--username=" + USER,
                            "--pwfile=" + folder.password(),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C",
                            "--builtin-locale=C.UTF-8")
                    .output();
            Files.move(folder.unfinishedCluster(), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DatabaseProblem("cannot make a database in " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    /** Refuses what another major version made. */
    private static void hold(ServerFolder folder, Programs programs) throws IOException {
        String there = Files.readString(folder.cluster().resolve("PG_VERSION"), StandardCharsets.US_ASCII)
                .strip();
        String ours = programs.major();
        if (!there.equals(ours)) {
            throw new DatabaseProblem("the database in " + folder.root() + " was made by PostgreSQL " + there
                    + ", and this relogrid brings " + ours + ": write it out with `relogrid backup FILE` of the"
                    + " release that made it, move the folder away, and read it in with `relogrid restore FILE`");
        }
    }

    private static void newPassword(ServerFolder folder, ServerAccount account) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        writePrivately(
                folder.password(), Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        account.own(folder.password());
    }

    static String password(ServerFolder folder) {
        try {
            return Files.readString(folder.password()).strip();
        } catch (IOException e) {
            throw new DatabaseProblem("cannot read the database's password: " + e.getMessage(), e);
        }
    }

    /** A file only its owner can read, from its first byte on. */
    static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file, PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
        Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
