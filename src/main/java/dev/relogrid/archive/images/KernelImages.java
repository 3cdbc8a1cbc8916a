package dev.relogrid.archive.images;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.source.ModuleChoice;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of kernels that can be booted, each in {@code DISTRO/SUITE/ARCH/RELEASE/}: {@code vmlinux} (ELF with a PVH
 * note), {@code vmlinuz} or {@code Image}; {@code config}; {@code modules/NAME.ko}; {@code modules.dep}; {@code
 * image.json}. A kernel gets its folder's name when all of it is there, so none is ever half.
 */
public final class KernelImages {
    /** Architectures of guests, by Debian's names. */
    public static final List<String> BOOTABLE = List.of("amd64", "arm64");

    private static final String TEMPORARY = ".tmp-";
    private static final int DEPTH = 4;

    private final Path folder;

    private KernelImages(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** That folder, which need not be there; it is made when something is put in. */
    public static KernelImages open(Path folder) {
        return new KernelImages(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Keeps other writers out until it is closed. */
    public interface Lock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Why kernels of that architecture cannot be booted; null when they can. */
    public static @Nullable String refusal(KernelId id) {
        return BOOTABLE.contains(id.arch())
                ? null
                : "only " + String.join(" and ", BOOTABLE) + " kernels can be booted, and " + id + " is " + id.arch();
    }

    /**
     * The kernel of that id, or null. Its files are not looked at: {@link StoredImage#damage} does.
     *
     * @throws MalformedInput when what is written down about it is damaged
     */
    public @Nullable StoredImage find(KernelId id) {
        Path place = place(id);
        try {
            return StoredImage.open(place);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        } catch (IOException e) {
            throw new ArchiveProblem("cannot read " + place + ": " + e);
        }
    }

    /** All kernels there are, in the order of their ids; folders that are no kernel's are passed over. */
    public List<StoredImage> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<KernelId> ids = new ArrayList<>();
        try (Stream<Path> folders = Files.find(folder, DEPTH, (path, facts) -> facts.isDirectory())) {
            for (Path place : folders.filter(this::isKernel).toList()) {
                Path name = folder.relativize(place);
                ids.add(KernelId.of(name.toString()));
            }
        }
        List<StoredImage> all = new ArrayList<>();
        ids.sort(Comparator.naturalOrder());
        for (KernelId id : ids) {
            StoredImage image = find(id);
            if (image != null) {
                all.add(image);
            }
        }
        return all;
    }

    private boolean isKernel(Path place) {
        return folder.relativize(place).getNameCount() == DEPTH
                && !folder.relativize(place).toString().startsWith(TEMPORARY)
                && Files.exists(place.resolve(ImageRecord.FILE));
    }

    /** Whether there was one. */
    public boolean remove(KernelId id) throws IOException {
        Path place = place(id);
        if (Files.notExists(place)) {
            return false;
        }
        Path away = temporary();
        Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
        deleteAll(away);
        for (Path above = place.getParent(); above != null && !above.equals(folder); above = above.getParent()) {
            if (!above.toFile().delete()) { // empty ones only
                break;
            }
        }
        return true;
    }

    /**
     * Begins a kernel.
     *
     * @throws ArchiveProblem when one of that architecture cannot be booted
     */
    public ImageDraft begin(KernelId id, ModuleChoice choice) throws IOException {
        String refusal = refusal(id);
        if (refusal != null) {
            throw new ArchiveProblem(refusal);
        }
        return new ImageDraft(this, temporary(), id, choice);
    }

    /** Gives a finished folder its name. */
    StoredImage take(Path draft, KernelId id) throws IOException {
        remove(id);
        Path place = place(id);
        Files.createDirectories(place.resolveSibling("."));
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        return StoredImage.open(place);
    }

    /**
     * Keeps other writers out until closed, and removes what killed ones left.
     *
     * @throws ArchiveProblem when another writer is at work
     */
    public Lock lock() throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                try (Stream<Path> lying = Files.list(folder)) {
                    for (Path left : lying.filter(KernelImages::isTemporary).toList()) {
                        deleteAll(left);
                    }
                }
                return lock::close;
            }
        } catch (OverlappingFileLockException e) {
            // this very process, in another thread: refused like any other
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        lock.close();
        throw new ArchiveProblem("another process fetches images into " + folder + ": wait for it");
    }

    private static boolean isTemporary(Path path) {
        return path.getFileName().toString().startsWith(TEMPORARY);
    }

    private Path place(KernelId id) {
        return folder.resolve(id.toString());
    }

    private Path temporary() throws IOException {
        Files.createDirectories(folder);
        Path made = Files.createTempDirectory(folder, TEMPORARY);
        Files.delete(made); // made anew with the rights others may read by
        return made;
    }

    static List<Path> filesBelow(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void deleteAll(Path top) throws IOException {
        if (Files.notExists(top)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(top)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
