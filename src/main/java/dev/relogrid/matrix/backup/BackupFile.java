package dev.relogrid.matrix.backup;

import com.github.luben.zstd.ZstdOutputStream;
import dev.relogrid.archive.Sha256;
import dev.relogrid.matrix.backup.Manifest.Entry;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A backup being written: a tar file, compressed, readable by its owner only; it gets its name when it is whole. */
final class BackupFile implements Closeable {
    private static final int LEVEL = 6;

    private final Path file;
    private final Path unfinished;
    private final FileOutputStream disk;
    private final TarArchiveOutputStream tar;
    private final List<Entry> entries = new ArrayList<>();

    BackupFile(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        this.unfinished = this.file.resolveSibling(this.file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.disk = new FileOutputStream(unfinished.toFile());
        ZstdOutputStream packed = new ZstdOutputStream(new BufferedOutputStream(disk, 1 << 16), LEVEL);
        packed.setChecksum(true);
        this.tar = new TarArchiveOutputStream(packed);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        add(Manifest.HEADER, Manifest.HEADER_TEXT.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] content) throws IOException {
        put(name, content);
        entries.add(new Entry(name, content.length, Sha256.of(content)));
    }

    /** A file that may be replaced meanwhile, but not written to. */
    void add(String name, Path content) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(content), digest)) {
            long size = Files.size(content);
            open(name, size);
            in.transferTo(tar);
            tar.closeArchiveEntry();
            entries.add(new Entry(name, size, HexFormat.of().formatHex(digest.digest())));
        }
    }

    private void put(String name, byte[] content) throws IOException {
        open(name, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void open(String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Writes the manifest, waits for the disk, and gives the file its name. */
    void finish(byte[] manifest) throws IOException {
        put(Manifest.NAME, manifest);
        tar.finish();
        tar.flush();
        tar.close();
        try (FileOutputStream again = new FileOutputStream(unfinished.toFile(), true)) {
            again.getFD().sync();
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        disk.close();
        Files.deleteIfExists(unfinished);
    }
}
