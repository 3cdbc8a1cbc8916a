package dev.relogrid.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The archive inside a released jar, unpacked once into the user's cache, in a folder named by its content, because a pack
 * is read here and there and not from front to back (docs/decisions/0021). Each file takes its name when it is whole, the
 * catalog last, so any number of processes may unpack at once, and what is missing or of another size is written again.
 * Where there is no such cache or it cannot be written, a temporary folder lasts as long as the process.
 */
final class ShippedArchive {
    private static final String RESOURCES = "/btf-archive/";

    /** So much of a SHA-256, in hexadecimal digits, names a folder. */
    private static final int NAME = 16;

    private final byte[] catalog;
    private final byte @Nullable [] measured;

    private ShippedArchive(byte[] catalog, byte @Nullable [] measured) {
        this.catalog = catalog;
        this.measured = measured;
    }

    /** The folder it is unpacked in; null when the program was not released as a jar with an archive inside. */
    static @Nullable Path folder(Map<String, String> environment) {
        try {
            byte[] catalog = resource(Archive.CATALOG);
            return catalog == null
                    ? null
                    : new ShippedArchive(catalog, resource(Measurements.FILE)).unpacked(cache(environment));
        } catch (IOException e) {
            throw new ArchiveProblem("the archive inside the program cannot be unpacked: " + e);
        }
    }

    private static @Nullable Path cache(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (cache.startsWith("/")) {
            return Path.of(cache, "relogrid", "archive");
        }
        return home.startsWith("/") ? Path.of(home, ".cache", "relogrid", "archive") : null;
    }

    private Path unpacked(@Nullable Path cache) throws IOException {
        if (cache != null) {
            Path dir = cache.resolve(name());
            try {
                complete(dir);
                return dir;
            } catch (IOException e) {
                // no place for it there: full, or not ours to write
            }
        }
        Path dir = Files.createTempDirectory("relogrid-archive-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(dir)));
        complete(dir);
        return dir;
    }

    private String name() {
        MessageDigest digest = Sha256.digest();
        digest.update(catalog);
        if (measured != null) {
            digest.update(measured);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, NAME);
    }

    /** Writes what is not there. The packs' content is compared with their names when they come out of the jar. */
    private void complete(Path dir) throws IOException {
        for (PackRef pack : Catalog.parse(catalog).packs()) {
            Path file = Packs.file(dir, pack.sha256());
            if (!isOfSize(file, pack.size())) {
                DurableFile.write(file, pack(pack.sha256()));
            }
        }
        if (measured != null && !isOfSize(dir.resolve(Measurements.FILE), measured.length)) {
            DurableFile.write(dir.resolve(Measurements.FILE), measured);
        }
        if (!isContent(dir.resolve(Archive.CATALOG), catalog)) {
            DurableFile.write(dir.resolve(Archive.CATALOG), catalog);
        }
    }

    private static boolean isOfSize(Path file, long size) throws IOException {
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isContent(Path file, byte[] content) throws IOException {
        return isOfSize(file, content.length) && Arrays.equals(Files.readAllBytes(file), content);
    }

    private static byte[] pack(String sha256) throws IOException {
        byte[] content = resource(Packs.FOLDER + "/" + sha256 + Packs.SUFFIX);
        if (content == null || !Sha256.of(content).equals(sha256)) {
            throw new ArchiveProblem("the program's jar is damaged: it has no whole pack " + sha256);
        }
        return content;
    }

    private static byte @Nullable [] resource(String name) throws IOException {
        try (InputStream in = ShippedArchive.class.getResourceAsStream(RESOURCES + name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    /** When it cannot, the system's own cleaning of temporary files will. */
    private static void remove(Path dir) {
        try (Stream<Path> files = Files.walk(dir)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // nobody is left to be told
        }
    }
}
