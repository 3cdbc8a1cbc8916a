package dev.relogrid.archive.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** The compressions packages use, as streams; recognised by their first bytes. */
enum Unpacker {
    GZIP("1f8b08") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new GZIPInputStream(in, BUFFER);
        }
    },
    BZIP2("425a68") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }
    },
    XZ("fd377a585a00") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new XZInputStream(in, MEMORY_KIB);
        }
    },
    ZSTD("28b52ffd") {
        @Override
        InputStream open(InputStream in) throws IOException {
            // its windows are at most 128 MiB
            return new ZstdInputStreamNoFinalizer(in);
        }
    },
    LZMA("5d0000") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new LZMAInputStream(in, MEMORY_KIB);
        }
    };

    private static final int BUFFER = 1 << 16;
    /** The largest dictionary xz makes by a preset is 64 MiB. */
    private static final int MEMORY_KIB = 130 << 10;

    private static final int LONGEST_MAGIC = 6;

    private final byte[] magic;

    Unpacker(String magic) {
        this.magic = HexFormat.of().parseHex(magic);
    }

    abstract InputStream open(InputStream in) throws IOException;

    /** {@code in}, which can be marked, unpacked; or as it is when it begins like nothing that is compressed. */
    static InputStream unpack(InputStream in) throws IOException {
        in.mark(LONGEST_MAGIC);
        byte[] first = in.readNBytes(LONGEST_MAGIC);
        in.reset();
        for (Unpacker unpacker : values()) {
            if (unpacker.begins(first)) {
                return unpacker.open(in);
            }
        }
        return in;
    }

    private boolean begins(byte[] data) {
        if (data.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (data[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
