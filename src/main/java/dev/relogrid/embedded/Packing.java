package dev.relogrid.embedded;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The compressions of packages, images and archives, recognised by their first bytes. */
enum Packing {
    GZIP("gzip", "1f8b08") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new GZIPInputStream(in, BUFFER);
        }
    },
    // three letters alone are the beginning of many a text
    BZIP2("bzip2", "425a683?314159265359") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }
    },
    XZ("xz", "fd377a585a00") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new XZInputStream(in, MEMORY_KIB);
        }
    },
    ZSTD("zstd", "28b52ffd") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new ZstdInputStreamNoFinalizer(in); // windows of at most 128 MiB
        }
    };

    private static final int BUFFER = 1 << 16;
    /** The largest dictionary of xz's own levels is 64 MiB. */
    private static final int MEMORY_KIB = 130 << 10;

    private final String word;
    private final String magic;

    Packing(String word, String magic) {
        this.word = word;
        this.magic = magic;
    }

    /** What users call it. */
    String word() {
        return word;
    }

    /** What {@code in} holds. To be closed, which closes {@code in} too. */
    abstract InputStream open(InputStream in) throws IOException;

    /** The one that a file with these first bytes is packed with; null for none. */
    static @Nullable Packing of(byte[] head) {
        String hex = HexFormat.of().formatHex(Arrays.copyOf(head, Math.min(head.length, 10)));
        for (Packing packing : values()) {
            if (hex.matches(packing.magic.replace('?', '.') + ".*")) {
                return packing;
            }
        }
        return null;
    }
}
