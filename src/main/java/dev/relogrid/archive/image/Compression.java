package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;

/**
 * The compressions a kernel can be built with (its {@code CONFIG_KERNEL_*}) and those its files are packed in,
 * recognised by their first bytes. Bytes behind the end of the compressed data are ignored, because the kernel's build
 * appends the unpacked size there.
 */
enum Compression {
    GZIP("gzip", "1f8b08") {
        @Override
        byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
            return budget.drain(new GZIPInputStream(in));
        }
    },
    BZIP2("bzip2", "425a68") {
        @Override
        byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
            return budget.drain(new BZip2CompressorInputStream(in, false));
        }
    },
    XZ("xz", "fd377a585a00") {
        @Override
        byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
            return XzStreams.unpack(in, budget);
        }
    },
    ZSTD("zstd", "28b52ffd") {
        @Override
        byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
            return ZstdFrames.unpack(in.readAllBytes(), budget);
        }
    },
    LZ4("lz4", "02214c18") {
        @Override
        byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
            return Lz4Legacy.unpack(in.readAllBytes(), budget);
        }
    },
    LZ4_FRAME("lz4", "04224d18") {
        @Override
        byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
            return budget.drain(new FramedLZ4CompressorInputStream(in));
        }
    },
    LZO("lzo", "894c5a4f000d0a1a0a") {
        @Override
        byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
            return Lzop.unpack(in.readAllBytes(), budget);
        }
    },
    // last: its "magic" is only the usual lc/lp/pb byte and a dictionary of a whole number of 64 KiB
    LZMA("lzma", "5d0000") {
        @Override
        byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
            return budget.drain(new LZMAInputStream(in, XzStreams.MEMORY_KIB));
        }
    };

    private final String word;
    private final byte[] magic;

    Compression(String word, String magic) {
        this.word = word;
        this.magic = HexFormat.of().parseHex(magic);
    }

    abstract byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException;

    /** What users call it. */
    String word() {
        return word;
    }

    /** The bytes it begins with. */
    byte[] magic() {
        return magic;
    }

    /** Whether the magic alone makes a false hit in arbitrary data unlikely. */
    boolean isStrong() {
        return magic.length > 3;
    }

    /** The compression whose data begins at {@code off}, or null. */
    static @Nullable Compression at(byte[] data, int off) {
        for (Compression c : values()) {
            if (c.beginsAt(data, off)) {
                return c;
            }
        }
        return null;
    }

    boolean beginsAt(byte[] data, int off) {
        return magic.length <= data.length - off
                && Arrays.equals(data, off, off + magic.length, magic, 0, magic.length)
                && (this != LZMA || isLzmaHeader(data, off));
    }

    /** Unpacks what begins at {@code off} and takes at most {@code len} bytes. */
    byte[] unpack(String name, byte[] data, int off, int len, Budget budget) {
        try {
            return unpack(Budget.stream(data, off, len), budget);
        } catch (MalformedInput e) {
            throw e;
        } catch (EOFException e) {
            throw new MalformedInput(name, off, "a whole " + word + " stream", "one that ends early");
        } catch (IOException | RuntimeException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new MalformedInput(name, off, "an intact " + word + " stream", "a damaged one (" + why + ")");
        }
    }

    /** The unpacked size is unknown (all ones) or less than 2^40: the check file(1) and xz make too. */
    private static boolean isLzmaHeader(byte[] data, int off) {
        if (data.length - off < 13) {
            return false;
        }
        long size = 0;
        for (int i = 12; i >= 5; i--) {
            size = size << 8 | data[off + i] & 0xff;
        }
        return size == -1 || size >>> 40 == 0;
    }
}
