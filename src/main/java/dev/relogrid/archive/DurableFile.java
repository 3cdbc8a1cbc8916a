package dev.relogrid.archive;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that are there whole or not at all, whenever the writer or the machine stops. */
final class DurableFile {
    private static final String TEMPORARY = ".tmp-";

    private DurableFile() {}

    /** Writes beside the file, to the disk, then takes its name in one step. Creates the folder when needed. */
    static void write(Path file, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        Path temporary =
                Files.createTempFile(folder, TEMPORARY, file.getFileName().toString());
        try {
            try (var out = new FileOutputStream(temporary.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
            temporary.toFile().setReadable(true, false); // temporary files start as their owner's only
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(folder);
    }

    /** Without this a crash can forget the name although the content is on the disk. */
    private static void syncFolder(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static boolean isTemporary(String fileName) {
        return fileName.startsWith(TEMPORARY);
    }

    /** Removes what killed writers left in {@code dir} and below. */
    static void removeLeftovers(Path dir) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> files = Files.walk(dir)) {
            leftovers = files.filter(file -> isTemporary(file.getFileName().toString()))
                    .toList();
        }
        for (Path leftover : leftovers) {
            Files.deleteIfExists(leftover);
        }
    }
}
