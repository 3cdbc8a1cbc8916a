package dev.relogrid.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bytes kept by the SHA-256 of what they are, each as one zstd frame with its size and a checksum in it:
 * {@code blobs/ab/ab….zst}. A blob, once there, never changes.
 *
 * <p>Reading trusts zstd's checksum (next to free); the SHA-256 of a kernel takes three times as long as unpacking it
 * and is left to {@link #verify}.
 */
final class Blobs {
    /** Blobs wait to be packed: of a kernel's BTF, 19 would save a fifth and take twenty times as long. */
    private static final int LEVEL = 6;

    private static final String SUFFIX = ".zst";

    private final Path dir;

    Blobs(Path dir) {
        this.dir = dir;
    }

    /** @throws MalformedInput when the blob is missing or is not what it was */
    byte[] read(BlobRef ref) throws IOException {
        String name = name(ref.sha256());
        byte[] packed;
        try {
            packed = Files.readAllBytes(path(ref.sha256()));
        } catch (NoSuchFileException e) {
            throw new MalformedInput(name, 0, "the archive's blob of " + ref.packed() + " bytes", "no such file");
        }
        if (packed.length != ref.packed()) {
            throw new MalformedInput(name, 0, ref.packed() + " bytes", packed.length + " bytes");
        }
        byte[] raw = unpack(name, packed, ref.size());
        if (raw.length != ref.size()) {
            throw new MalformedInput(name, 0, ref.size() + " bytes", raw.length + " bytes");
        }
        return raw;
    }

    private static byte[] unpack(String name, byte[] packed, int size) {
        try {
            return Zstd.decompress(packed, size);
        } catch (ZstdException e) {
            throw new MalformedInput(name, 0, "an intact zstd frame", String.valueOf(e.getMessage()));
        }
    }

    /** Reads the blob and compares all of it with its name. */
    void verify(BlobRef ref) throws IOException {
        String found = Sha256.of(read(ref));
        if (!found.equals(ref.sha256())) {
            throw new MalformedInput(name(ref.sha256()), 0, "content of that sha256", "content of sha256 " + found);
        }
    }

    /** Keeps {@code raw}, unless it is there and whole already. */
    BlobRef put(byte[] raw) throws IOException {
        String sha256 = Sha256.of(raw);
        Path file = path(sha256);
        if (Files.exists(file)) {
            BlobRef there = new BlobRef(sha256, raw.length, (int) Files.size(file));
            try {
                verify(there);
                return there;
            } catch (MalformedInput e) {
                // damaged: replaced below by what it should be
            }
        }
        byte[] packed = pack(raw);
        DurableFile.write(file, packed);
        return new BlobRef(sha256, raw.length, packed.length);
    }

    private static byte[] pack(byte[] raw) {
        try (var zstd = new ZstdCompressCtx()) {
            return zstd.setLevel(LEVEL).setChecksum(true).setContentSize(true).compress(raw);
        }
    }

    /** The sha256 of every blob file there is, in order. */
    List<String> list() throws IOException {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(dir, 2)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX) && !DurableFile.isTemporary(file))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    /** Forgets the blob. */
    void remove(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    private Path path(String sha256) {
        return dir.resolve(sha256.substring(0, 2)).resolve(sha256 + SUFFIX);
    }

    private static String name(String sha256) {
        return "archive blob " + sha256;
    }
}
