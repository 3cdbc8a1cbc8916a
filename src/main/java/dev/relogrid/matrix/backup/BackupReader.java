package dev.relogrid.matrix.backup;

import com.github.luben.zstd.ZstdInputStream;
import dev.relogrid.archive.Sha256;
import dev.relogrid.matrix.backup.Manifest.Entry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup from its first byte to its last, one entry at a time, whatever it really is. */
final class BackupReader {
    private static final int LARGEST_MANIFEST = 1 << 29;

    private final Path file;

    BackupReader(Path file) {
        this.file = file;
    }

    /** What happens with an entry. */
    interface Visitor {
        void entry(String name, InputStream content) throws IOException;
    }

    /**
     * Reads everything and believes nothing that the manifest does not say.
     *
     * @throws BackupProblem when the file is not a whole backup
     */
    Manifest verify() {
        List<Entry> found = new ArrayList<>();
        Manifest[] manifest = new Manifest[1];
        read(file + " is not a whole backup", (name, content) -> {
            if (found.isEmpty()) {
                header(name, content);
            }
            if (name.equals(Manifest.NAME)) {
                manifest[0] = manifest(content);
            } else {
                found.add(measured(name, content));
            }
        });
        @Nullable Manifest said = manifest[0];
        if (said == null) {
            throw new BackupProblem(file + " is not a whole backup: its manifest is missing");
        }
        if (!said.entries().equals(withHeader(found))) {
            throw new BackupProblem(file + " is damaged: its contents are not what its manifest says");
        }
        return said;
    }

    /** The header was read to be looked at. */
    private static List<Entry> withHeader(List<Entry> found) {
        byte[] header = Manifest.HEADER_TEXT.getBytes(StandardCharsets.UTF_8);
        List<Entry> all = new ArrayList<>(found);
        all.set(0, new Entry(Manifest.HEADER, header.length, Sha256.of(header)));
        return all;
    }

    private void header(String name, InputStream content) throws IOException {
        String said = name.equals(Manifest.HEADER)
                ? new String(content.readNBytes(100), StandardCharsets.UTF_8)
                : "something called " + name;
        if (!said.equals(Manifest.HEADER_TEXT)) {
            throw new BackupProblem(file + " is not a backup this relogrid reads: expected '"
                    + Manifest.HEADER_TEXT.strip() + "', found '" + said.strip() + "'");
        }
    }

    private static Entry measured(String name, InputStream content) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = new DigestInputStream(content, digest).transferTo(java.io.OutputStream.nullOutputStream());
        return new Entry(name, size, HexFormat.of().formatHex(digest.digest()));
    }

    private Manifest manifest(InputStream content) throws IOException {
        try {
            return JsonMapper.shared().readValue(content.readNBytes(LARGEST_MANIFEST), Manifest.class);
        } catch (JacksonException e) {
            throw new BackupProblem(file + " is damaged: its manifest is not understood", e);
        }
    }

    /**
     * Gives each entry to the visitor; what the visitor leaves unread is passed over.
     *
     * @param otherwise what is said to have gone wrong when reading stops
     */
    void read(String otherwise, Visitor visitor) {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream unpacked = new ZstdInputStream(packed);
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                visitor.entry(entry.getName(), tar);
            }
            unpacked.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupProblem(otherwise, e);
        }
    }
}
