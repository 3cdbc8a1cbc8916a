package dev.relogrid.archive.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables scripts/kallsyms.c writes, for made-up symbols.
 *
 * @param align of the tables: 8, or 4 on 32-bit kernels
 * @param seqs whether 3 bytes for every name stand between markers and tokens
 * @param wideCount whether the number of symbols has 8 bytes
 */
record KallsymsBuilder(ByteOrder order, int align, boolean seqs, boolean wideCount) {
    /** One more than 20 whole blocks, the least that is taken for a kernel. */
    static final int SYMBOLS = 20 * 256 + 1;

    private static final int LONG = 0x80;

    /** What stands at that place in the kernel: letter and name. Some occur twice, some are long. */
    static String symbol(int i) {
        String letter = "tTdDbBrRwWVA".substring(i % 12, i % 12 + 1);
        if (i % 500 == 7) {
            return letter + "long_" + "x".repeat(130) + i;
        }
        return letter + (i % 3 == 0 ? "common_part_" : "f") + i / 2 % 2000;
    }

    static List<String> symbols() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < SYMBOLS; i++) {
            all.add(symbol(i));
        }
        return all;
    }

    /** Every byte stands for itself but for one. */
    private static byte[] token(int code) {
        String text = code == LONG ? "common_part_" : code > ' ' && code < 0x7f ? "" + (char) code : "tok" + code;
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] bytes() {
        var names = new ByteArrayOutputStream();
        var markers = new ByteArrayOutputStream();
        for (int i = 0; i < SYMBOLS; i++) {
            if (i % 256 == 0) {
                markers.writeBytes(u32(names.size()));
            }
            byte[] codes = symbol(i).replace("common_part_", "\u0080").getBytes(StandardCharsets.ISO_8859_1);
            names.write(codes.length < 0x80 ? codes.length : codes.length | 0x80);
            if (codes.length >= 0x80) {
                names.write(codes.length >> 7);
            }
            names.writeBytes(codes);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[64]);
        out.writeBytes(
                wideCount ? ByteBuffer.allocate(8).order(order).putLong(SYMBOLS).array() : u32(SYMBOLS));
        pad(out);
        out.writeBytes(names.toByteArray());
        pad(out);
        out.writeBytes(markers.toByteArray());
        pad(out);
        out.writeBytes(new byte[seqs ? 3 * SYMBOLS : 0]);
        pad(out);
        tokens(out);
        return out.toByteArray();
    }

    private void tokens(ByteArrayOutputStream out) {
        var table = new ByteArrayOutputStream();
        var index = ByteBuffer.allocate(512).order(order);
        for (int code = 0; code < 256; code++) {
            index.putShort((short) table.size());
            table.writeBytes(token(code));
            table.write(0);
        }
        out.writeBytes(table.toByteArray());
        pad(out);
        out.writeBytes(index.array());
        out.writeBytes(new byte[64]);
    }

    private void pad(ByteArrayOutputStream out) {
        out.writeBytes(new byte[-out.size() & (align - 1)]);
    }

    private byte[] u32(int value) {
        return ByteBuffer.allocate(4).order(order).putInt(value).array();
    }
}
