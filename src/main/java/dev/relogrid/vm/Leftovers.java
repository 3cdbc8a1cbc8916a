package dev.relogrid.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folders of guests that nobody will come back to: ours when this process ends in haste, and those of processes that
 * were killed. A folder carries its process's id in its name.
 */
final class Leftovers {
    private static final String PREFIX = "relogrid-guest-";
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
    private static final Set<Path> SWEPT = new HashSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Leftovers::remove)));
    }

    private Leftovers() {}

    /** A new folder in {@code parent}, which is swept before. */
    static Path open(Path parent) throws IOException {
        sweepOnce(parent);
        Path folder = Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-");
        OPEN.add(folder);
        return folder;
    }

    /** Removes a folder and the files in it. */
    static void close(Path folder) {
        remove(folder);
        OPEN.remove(folder);
    }

    /** For tests that look for what was left behind. */
    static List<Path> open() {
        return List.copyOf(OPEN);
    }

    private static void sweepOnce(Path parent) throws IOException {
        boolean isFirst;
        synchronized (SWEPT) {
            isFirst = SWEPT.add(parent);
        }
        if (isFirst) {
            sweep(parent);
        }
    }

    static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isOrphan(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isOrphan(Path folder) throws IOException {
        String[] parts =
                folder.getFileName().toString().substring(PREFIX.length()).split("-", 2);
        return parts[0].matches("[0-9]{1,9}")
                && !Files.isSymbolicLink(folder)
                && Files.getOwner(folder).equals(Files.getOwner(Path.of("/proc/self")))
                && ProcessHandle.of(Long.parseLong(parts[0])).isEmpty();
    }

    /** As far as it goes: what stays is swept by a later process. */
    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Leftovers.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }
}
