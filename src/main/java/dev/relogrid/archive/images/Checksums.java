package dev.relogrid.archive.images;

import dev.relogrid.archive.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * What a file was when it was written.
 *
 * @param size in bytes
 * @param crc32 to notice damage: a boot of two seconds has no second for a digest of 100 MB
 * @param sha256 in lower-case hex, to say elsewhere which file it was
 */
record Checksums(long size, long crc32, String sha256) {
    private static final int BUFFER = 1 << 16;

    static Checksums of(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                crc.update(buffer, 0, got);
                size += got;
            }
        }
        return new Checksums(size, crc.getValue(), HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether a file is still that, as far as size and CRC can tell. */
    boolean fit(Path file) throws IOException {
        if (Files.size(file) != size) {
            return false;
        }
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                crc.update(buffer, 0, got);
            }
        }
        return crc.getValue() == crc32;
    }
}
