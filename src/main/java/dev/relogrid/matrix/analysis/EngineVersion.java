package dev.relogrid.matrix.analysis;

import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.verdict.Judge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells one engine from another: a digest over the code that answers depend on. Two builds of the same sources are one
 * engine, and nobody can forget to count a version up.
 */
public final class EngineVersion {
    /** Everything that decides what an answer is, and how its parts are written down. */
    private static final List<String> PACKAGES = List.of("engine", "archive", "report");

    private static final int DIGITS = 12;

    private static volatile @Nullable String text;

    private EngineVersion() {}

    /** Twelve hexadecimal digits. */
    public static String text() {
        String known = text;
        if (known == null) {
            known = digest();
            text = known;
        }
        return known;
    }

    private static String digest() {
        try {
            URI code = Judge.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path place = Path.of(code);
            if (Files.isDirectory(place)) {
                return digest(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return digest(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("code lies in a file", e);
        }
    }

    private static String digest(Path root) throws IOException {
        MessageDigest digest = Sha256.digest();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.walk(root.resolve("dev/relogrid").resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
