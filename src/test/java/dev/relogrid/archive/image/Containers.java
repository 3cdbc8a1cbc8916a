package dev.relogrid.archive.image;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

/** Wraps bytes the way kernels are wrapped. */
final class Containers {
    private Containers() {}

    /** One way to wrap. */
    interface Wrapping {
        byte[] wrap(byte[] inner) throws IOException;
    }

    /** An output stream around another one. */
    interface Encoder {
        OutputStream around(OutputStream out) throws IOException;
    }

    static byte[] encode(byte[] inner, Encoder encoder) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream encoding = encoder.around(out)) {
            encoding.write(inner);
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] inner) throws IOException {
        return encode(inner, GZIPOutputStream::new);
    }

    static byte[] bzip2(byte[] inner) throws IOException {
        return encode(inner, BZip2CompressorOutputStream::new);
    }

    static byte[] lzma(byte[] inner) throws IOException {
        return encode(inner, out -> new LZMAOutputStream(out, new LZMA2Options(1), -1));
    }

    static byte[] xz(byte[] inner) throws IOException {
        return encode(inner, out -> new XZOutputStream(out, new LZMA2Options(1)));
    }

    /** As scripts/xz_wrap.sh of the kernel does it for x86. */
    static byte[] xzForX86(byte[] inner) throws IOException {
        FilterOptions[] filters = {new X86Options(), new LZMA2Options(1)};
        return encode(inner, out -> new XZOutputStream(out, filters));
    }

    static byte[] zstd(byte[] inner) {
        return Zstd.compress(inner, 1);
    }

    /** The frame of today's lz4, of blocks of at most 4 MiB without checksums. */
    static byte[] lz4Frame(byte[] inner) {
        return concat(hex("04224d18607073"), lz4Blocks(inner), new byte[4]);
    }

    static byte[] lz4Legacy(byte[] inner) {
        return concat(hex("02214c18"), lz4Blocks(inner));
    }

    /** Blocks of a size no real encoder uses, so that there are several. */
    private static byte[] lz4Blocks(byte[] inner) {
        var out = new ByteArrayOutputStream();
        int step = 1 << 18;
        for (int at = 0; at < inner.length; at += step) {
            byte[] block =
                    new Lz4BlockEncoder(Arrays.copyOfRange(inner, at, Math.min(inner.length, at + step))).encode();
            out.writeBytes(little(block.length));
            out.writeBytes(block);
        }
        return out.toByteArray();
    }

    /** An lzop file of one block. */
    static byte[] lzop(byte[] packed, int unpackedLength) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(hex("894c5a4f000d0a1a0a" + "1040" + "20a0" + "0940" + "03" + "09" + "00000001"));
        out.write(hex("000081a4" + "00000000" + "00000000" + "01" + "61" + "00000000"));
        out.write(big(unpackedLength));
        out.write(big(packed.length));
        out.write(hex("00000000"));
        out.write(packed);
        out.write(hex("00000000"));
        return out.toByteArray();
    }

    static byte[] lzopStored(byte[] inner) throws IOException {
        return lzop(inner, inner.length);
    }

    /** What the kernel's build appends to its payload: the size of what is in it. */
    static byte[] withSize(byte[] packed, byte[] inner) {
        return concat(packed, little(inner.length));
    }

    static byte[] bzImage(byte[] payload) {
        byte[] head = new byte[0x2400];
        head[0x1f1] = 0x10;
        put(head, 0x202, "HdrS".getBytes(StandardCharsets.US_ASCII));
        put(head, 0x206, hex("0f02"));
        put(head, 0x248, little(0x2400 - 0x11 * 512));
        put(head, 0x24c, little(payload.length));
        return concat(head, payload, new byte[512]);
    }

    static byte[] zboot(byte[] payload) {
        byte[] head = new byte[0x1000];
        put(head, 0, hex("4d5a00007a696d67"));
        put(head, 8, little(head.length));
        put(head, 12, little(payload.length));
        put(head, 24, "gzip".getBytes(StandardCharsets.US_ASCII));
        return concat(head, payload, new byte[512]);
    }

    static byte[] arm64Image(byte[] inside) {
        byte[] head = new byte[0x10004];
        put(head, 0, hex("4d5a"));
        put(head, 0x38, hex("41524d64"));
        return concat(head, inside, new byte[4096]);
    }

    /** No pointer to the payload anywhere. */
    static byte[] s390xImage(byte[] payload) {
        byte[] head = new byte[0x11000];
        put(head, 0x10008, "S390EP".getBytes(StandardCharsets.US_ASCII));
        return concat(head, payload, new byte[512]);
    }

    /** A 64-bit little-endian ELF file with one section of the given name. */
    static byte[] elf(int type, int machine, String section, byte[] content) {
        byte[] names = ("\0" + section + "\0.names\0").getBytes(StandardCharsets.US_ASCII);
        byte[] head = new byte[64];
        int table = 64 + content.length + names.length;
        put(head, 0, hex("7f454c46020101"));
        put(head, 16, new byte[] {(byte) type, 0, (byte) machine, (byte) (machine >> 8)});
        put(head, 40, little(table));
        put(head, 58, hex("400003000200"));
        byte[] headers = new byte[3 * 64];
        sectionHeader(headers, 64, 1, 64, content.length);
        sectionHeader(headers, 128, 2 + section.length(), 64 + content.length, names.length);
        return concat(head, content, names, headers);
    }

    private static void sectionHeader(byte[] headers, int at, int name, int off, int size) {
        put(headers, at, little(name));
        put(headers, at + 4, little(1));
        put(headers, at + 24, little(off));
        put(headers, at + 32, little(size));
    }

    /** Every entry with the same content. */
    static byte[] tar(byte[] content, TarArchiveEntry... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            for (TarArchiveEntry entry : entries) {
                add(tar, entry, content);
            }
        }
        return out.toByteArray();
    }

    static byte[] tarOfFile(String name, byte[] content) throws IOException {
        return tar(content, new TarArchiveEntry(name, true));
    }

    static byte[] tarOfTwo(byte[] content) throws IOException {
        return tar(content, new TarArchiveEntry("a.btf"), new TarArchiveEntry("b.btf"));
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] little(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    private static byte[] big(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    private static void put(byte[] into, int at, byte[] what) {
        System.arraycopy(what, 0, into, at, what.length);
    }
}
