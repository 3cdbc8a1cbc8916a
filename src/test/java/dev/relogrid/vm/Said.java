package dev.relogrid.vm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Frames as a guest writes them. */
final class Said {
    private Said() {}

    static byte[] frame(int type, int sequence, byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        var out = new ByteArrayOutputStream();
        LittleEndian.put32(out, Frame.MAGIC);
        LittleEndian.put16(out, type);
        LittleEndian.put16(out, 0);
        LittleEndian.put32(out, sequence);
        LittleEndian.put32(out, (int) crc.getValue());
        LittleEndian.put64(out, payload.length);
        out.writeBytes(payload);
        out.writeBytes(new byte[(int) (InputFrame.padded(payload.length) - payload.length)]);
        return out.toByteArray();
    }

    static byte[] number(long value) {
        var out = new ByteArrayOutputStream();
        LittleEndian.put64(out, value);
        return out.toByteArray();
    }

    static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] log(int object, int program, int kind, String head, String tail, long total) {
        var out = new ByteArrayOutputStream();
        LittleEndian.put32(out, object);
        LittleEndian.put32(out, program);
        LittleEndian.put32(out, kind);
        LittleEndian.put32(out, 0);
        LittleEndian.put64(out, total);
        LittleEndian.put64(out, head.length());
        out.writeBytes((head + tail).getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
