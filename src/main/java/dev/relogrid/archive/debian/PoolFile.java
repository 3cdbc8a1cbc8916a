package dev.relogrid.archive.debian;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package's file on the mirror.
 *
 * @param name of the package
 * @param path below the mirror's root
 * @param size in bytes
 * @param sha256 in hex
 */
record PoolFile(String name, String path, long size, String sha256) {
    /** Null when the stanza does not say where its file is, or names one outside the pool. */
    static @Nullable PoolFile of(Map<String, String> stanza) {
        String path = stanza.getOrDefault("Filename", "");
        String size = stanza.getOrDefault("Size", "");
        String sha256 = stanza.getOrDefault("SHA256", "");
        boolean usable = path.matches("[A-Za-z0-9][^\\s]*\\.deb")
                && !path.contains("..")
                && size.matches("[0-9]{1,15}")
                && sha256.matches("[0-9a-f]{64}");
        return usable ? new PoolFile(stanza.getOrDefault("Package", ""), path, Long.parseLong(size), sha256) : null;
    }

    /** The last part of its path, which names package, version and architecture. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
