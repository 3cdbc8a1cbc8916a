package dev.relogrid.cli;

import com.github.luben.zstd.ZstdInputStream;
import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.archive.PartRef;
import dev.relogrid.archive.SampleArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The BTF of the sample of shipped kernels as plain files, which other tools read too. */
final class ShippedFiles {
    static final Path ARCHIVE = SampleArchive.dir();

    private ShippedFiles() {}

    static List<CatalogEntry> entries() {
        return Archive.open(ARCHIVE).entries();
    }

    /** The kernel whose id has that part, as a file in {@code folder}. */
    static Path vmlinux(String id, Path folder) throws IOException {
        return vmlinux(Archive.open(ARCHIVE).find(id), folder);
    }

    static Path vmlinux(CatalogEntry entry, Path folder) throws IOException {
        return unpack(Objects.requireNonNull(entry.btf()), folder);
    }

    static Path module(ModuleEntry module, Path folder) throws IOException {
        return unpack(module.btf(), folder);
    }

    private static Path unpack(PartRef part, Path folder) throws IOException {
        String hash = Objects.requireNonNull(part.sha256());
        Path packed = ARCHIVE.resolve("blobs").resolve(hash.substring(0, 2)).resolve(hash + ".zst");
        Path file = folder.resolve(hash + ".btf");
        if (!Files.exists(file)) {
            try (InputStream in = new ZstdInputStream(Files.newInputStream(packed))) {
                Files.copy(in, file);
            }
        }
        return file;
    }
}
