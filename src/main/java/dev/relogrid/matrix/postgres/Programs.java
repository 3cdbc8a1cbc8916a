package dev.relogrid.matrix.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked from the class path once for each version of them.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record Programs(Path home) {

    /** Unpacks into a folder inside {@code parent} named after the archive's digest, unless that is there already. */
    static Programs in(Path parent) {
        String system = System.getProperty("os.name", "");
        String machine = System.getProperty("os.arch", "");
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            byte[] archive = packed.readAllBytes();
            Path home = parent.resolve(name(archive));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(parent);
                unpack(archive, parent, home);
            }
            return new Programs(home);
        } catch (IOException e) {
            throw new DatabaseProblem("cannot unpack PostgreSQL into " + parent + ": " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new DatabaseProblem(
                    "there is no embedded PostgreSQL for " + system + " on " + machine
                            + ": give one of your own with --db jdbc:postgresql://HOST/DATABASE",
                    e);
        }
    }

    private static String name(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder of this name is complete: it gets the name last. */
    private static void unpack(byte[] archive, Path parent, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(parent, "unpacking");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = unfinished.resolve(entry.getName()).normalize();
                if (!file.startsWith(unfinished)) {
                    throw new IOException("the archive names " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
        // Everyone may read and run them: where the service is root, the server is another user.
        try (Stream<Path> all = Files.walk(unfinished)) {
            for (Path folder : all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Files.setPosixFilePermissions(folder, permissions(true));
            }
        }
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(unfinished);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(file, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean run) {
        EnumSet<PosixFilePermission> all = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (run) {
            all.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return all;
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The major version, such as {@code 18}, which a cluster is bound to. */
    String major() {
        String said = Command.of(program("postgres"), "--version").output();
        String version = said.substring(said.lastIndexOf(' ') + 1);
        return version.split("\\.", -1)[0];
    }
}
