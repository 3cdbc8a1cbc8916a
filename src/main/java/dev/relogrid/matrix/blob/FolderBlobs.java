package dev.relogrid.matrix.blob;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Blobs as files, {@code ab/cd/abcd…}: written beside, to the disk, then named in one step. */
public final class FolderBlobs implements BlobStore {
    private static final String TEMPORARY = ".tmp-";

    private final Path dir;

    /** @param dir made when there is none */
    public FolderBlobs(Path dir) {
        this.dir = dir;
    }

    @Override
    public void putIfAbsent(String sha256, byte[] bytes) {
        Path file = file(sha256);
        try {
            // A file of another length is what a bad disk left, and this is the chance to mend it.
            if (Files.exists(file) && Files.size(file) == bytes.length) {
                return;
            }
            Path folder = file.resolveSibling(".").normalize();
            Files.createDirectories(folder);
            write(file, folder, bytes);
        } catch (IOException e) {
            throw new BlobProblem("cannot write blob " + sha256, e);
        }
    }

    private static void write(Path file, Path folder, byte[] bytes) throws IOException {
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
        // Without this a crash can forget the name although the content is on the disk.
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public byte[] read(String sha256) {
        try {
            return BlobName.verified(sha256, Files.readAllBytes(file(sha256)));
        } catch (NoSuchFileException e) {
            throw new BlobProblem("blob " + sha256 + " is missing");
        } catch (IOException e) {
            throw new BlobProblem("cannot read blob " + sha256, e);
        }
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
                    .filter(BlobName::isOne)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BlobProblem("cannot list the blobs in " + dir, e);
        }
    }

    @Override
    public void delete(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new BlobProblem("cannot delete blob " + sha256, e);
        }
    }

    private Path file(String sha256) {
        return dir.resolve(BlobName.checked(sha256).substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
