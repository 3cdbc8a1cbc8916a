package dev.relogrid.matrix.blob;

import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Blobs as files, {@code ab/cd/abcd…}: written beside, to the disk, then named in one step. */
public final class FolderBlobs implements BlobStore {
    private static final String TEMPORARY = ".tmp-";
    private static final int DIGITS = 64;

    private final Path dir;

    /** @param dir made when there is none */
    public FolderBlobs(Path dir) {
        this.dir = dir;
    }

    @Override
    public boolean putIfAbsent(String sha256, byte[] bytes) {
        Path file = file(sha256);
        if (Files.exists(file)) {
            return false;
        }
        try {
            Path folder = Files.createDirectories(file.resolveSibling("."));
            Path temporary = Files.createTempFile(folder, TEMPORARY, "");
            try {
                try (var out = new FileOutputStream(temporary.toFile())) {
                    out.write(bytes);
                    out.getFD().sync();
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String sha256) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file(sha256));
        } catch (NoSuchFileException e) {
            throw new MalformedInput("blob " + sha256, 0, "a file of that name", "none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String found = Sha256.of(bytes);
        if (!found.equals(sha256)) {
            throw new MalformedInput("blob " + sha256, 0, "content of that sha256", "content of sha256 " + found);
        }
        return bytes;
    }

    @Override
    public boolean exists(String sha256) {
        return Files.exists(file(sha256));
    }

    @Override
    public List<String> list() {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == DIGITS)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String sha256) {
        return dir.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
