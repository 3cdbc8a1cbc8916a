package dev.relogrid.embedded;

import com.github.luben.zstd.Zstd;
import dev.relogrid.fixture.ObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Objects, and what they are shipped in, made as their tools make them. */
final class Built {
    private Built() {}

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    static byte[] object(String program) {
        return object(program, ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] object(String program, ByteOrder order) {
        return new ObjectBuilder()
                .program("kprobe/" + program, program, ObjectBuilder.EXIT)
                .bytes(order);
    }

    /** A program for x86-64 with data in it, at an odd offset. */
    static byte[] host(byte[]... data) throws IOException {
        return bytes(out -> {
            byte[] code = new byte[4099];
            new Random(7).nextBytes(code);
            System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, code, 0, 7);
            System.arraycopy(new byte[] {2, 0, 62, 0, 1, 0, 0, 0}, 0, code, 16, 8);
            out.write(code);
            for (byte[] some : data) {
                out.write(some);
                out.write(new byte[] {0, 0x7f, 'E', 'L', 0x7f, 'E', 'L', 'F', 'x'});
            }
        });
    }

    static byte[] gzip(byte[] data) throws IOException {
        return bytes(out -> {
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                packed.write(data);
            }
        });
    }

    static byte[] xz(byte[] data) throws IOException {
        return bytes(out -> {
            try (XZOutputStream packed = new XZOutputStream(out, new LZMA2Options(0))) {
                packed.write(data);
            }
        });
    }

    static byte[] bzip2(byte[] data) throws IOException {
        return bytes(out -> {
            try (BZip2CompressorOutputStream packed = new BZip2CompressorOutputStream(out, 1)) {
                packed.write(data);
            }
        });
    }

    static byte[] zstd(byte[] data) {
        return Zstd.compress(data);
    }

    static byte[] tar(Map<String, byte[]> files) throws IOException {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                    entry.setSize(file.getValue().length);
                    tar.putArchiveEntry(entry);
                    tar.write(file.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /** Names as they stand in the headers, such as {@code data.tar/} or {@code /0}. */
    static byte[] ar(Map<String, byte[]> files) throws IOException {
        return bytes(out -> {
            out.write(ascii("!<arch>\n"));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                int size = file.getValue().length;
                out.write(
                        ascii(String.format("%-16s%-12d%-6d%-6d%-8s%-10d`\n", file.getKey(), 0, 0, 0, "100644", size)));
                out.write(file.getValue());
                out.write(new byte[size % 2]);
            }
        });
    }

    static byte[] cpio(Map<String, byte[]> files) throws IOException {
        return bytes(out -> {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                cpioMember(out, file.getKey(), file.getValue());
            }
            cpioMember(out, "TRAILER!!!", new byte[0]);
        });
    }

    private static void cpioMember(OutputStream out, String name, byte[] content) throws IOException {
        StringBuilder header = new StringBuilder("070701");
        int[] numbers = {1, 0100644, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length() + 1, 0};
        for (int number : numbers) {
            header.append(String.format("%08x", number));
        }
        out.write(ascii(header + name));
        out.write(new byte[1 + (-(110 + name.length() + 1) & 3)]);
        out.write(content);
        out.write(new byte[-content.length & 3]);
    }

    /** A lead, a header of signatures with 5 bytes in it, a header with an entry, the payload. */
    static byte[] rpm(byte[] payload) throws IOException {
        return bytes(out -> {
            byte[] lead = new byte[96];
            System.arraycopy(new byte[] {(byte) 0xed, (byte) 0xab, (byte) 0xee, (byte) 0xdb}, 0, lead, 0, 4);
            out.write(lead);
            byte[] intro = {(byte) 0x8e, (byte) 0xad, (byte) 0xe8, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5};
            out.write(intro);
            out.write(new byte[5 + 3]);
            intro[11] = 1;
            out.write(intro);
            out.write(new byte[16 + 5]);
            out.write(payload);
        });
    }

    static byte[] deb(byte[] dataTar, String name) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("debian-binary", ascii("2.0\n"));
        members.put("control.tar.xz", xz(tar(Map.of("./control", ascii("Package: agent\n")))));
        members.put(name, dataTar);
        return ar(members);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What is in these bytes, which are a file of that name. */
    static Found in(String name, byte[] content) throws IOException {
        return in(name, content, Limits.USUAL);
    }

    static Found in(String name, byte[] content, Limits limits) throws IOException {
        return EmbeddedObjects.in(name, new ByteArrayInputStream(content), limits);
    }
}
