package dev.relogrid.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The few files of one guest, gone with it. In memory where there is room, so that the shared area costs no disk. Under
 * {@link Guard#dropsUser} the image is copied, because the other user may not be allowed where it lies; nothing else of
 * the host is shown to that user.
 */
final class WorkFolder implements AutoCloseable {
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    /** Left to others. */
    private static final long SPARE = 256L << 20;

    private final Path folder;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    /** @param bytes that its files may come to take */
    static WorkFolder create(long bytes) throws IOException {
        for (Path parent : List.of(IN_MEMORY, Path.of(System.getProperty("java.io.tmpdir", "/tmp")))) {
            if (Files.isWritable(parent) && hasRoom(parent, bytes)) {
                return new WorkFolder(open(Leftovers.open(parent)));
            }
        }
        throw new BootProblem("no room for a guest's files: " + (bytes + SPARE >> 20)
                + " MiB are needed in /dev/shm or " + System.getProperty("java.io.tmpdir"));
    }

    private static boolean hasRoom(Path path, long bytes) throws IOException {
        return Files.getFileStore(path).getUsableSpace() >= bytes + SPARE;
    }

    /** Who knows a name in it may go there; nobody may look around. */
    private static Path open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        return folder;
    }

    Path area() {
        return folder.resolve("area");
    }

    Path initrd() {
        return folder.resolve("initrd");
    }

    private Path image() {
        return folder.resolve("kernel");
    }

    void writeInitrd(byte[] initrd) throws IOException {
        Files.write(initrd(), initrd);
        readable(initrd());
    }

    /** The image where QEMU can read it. */
    Path image(Path original, Guard guard) throws IOException {
        if (!guard.dropsUser()) {
            return original;
        }
        Files.copy(original, image(), StandardCopyOption.REPLACE_EXISTING);
        readable(image());
        return image();
    }

    private static void readable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    void handOverArea(Guard guard) throws IOException {
        Files.setPosixFilePermissions(area(), PosixFilePermissions.fromString("rw-------"));
        guard.handOver(area());
    }

    @Override
    public void close() {
        Leftovers.close(folder);
    }
}
