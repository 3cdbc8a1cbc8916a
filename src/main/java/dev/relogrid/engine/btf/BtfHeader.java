package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The header of a .BTF section, already in the right byte order.
 *
 * <pre>
 * header = magic:u16 (0xeb9f) version:u8 flags:u8 hdr_len:u32
 *          type_off:u32 type_len:u32 str_off:u32 str_len:u32
 *          [ layout_off:u32 layout_len:u32 ] { zero:u8 }      -- hdr_len bytes in all
 * </pre>
 *
 * Offsets count from the end of the header. Source: include/uapi/linux/btf.h, {@code struct btf_header}; the checks are
 * those of libbpf's {@code btf_parse_hdr} and {@code btf_parse_str_sec}.
 */
record BtfHeader(Bytes types, Bytes strings, @Nullable Bytes layout) {
    static final int MAGIC = 0xeb9f;
    private static final int SHORTEST = 24;
    private static final int WITH_LAYOUT = 32;

    static BtfHeader parse(Bytes section, boolean split) {
        Bytes raw = inItsOrder(section);
        long headerLength = raw.u32(4);
        if (headerLength < SHORTEST || headerLength > raw.length()) {
            throw new MalformedInput(
                    raw.name(), 4, "a header length of 24 to " + raw.length(), Long.toString(headerLength));
        }
        int version = raw.u8(2);
        if (version != 1) {
            throw new MalformedInput(raw.name(), 2, "BTF version 1", Integer.toString(version));
        }
        Bytes body = raw.slice(raw.name() + " data", headerLength, raw.length() - headerLength);
        long typeOff = raw.u32(8);
        long typeLen = raw.u32(12);
        long strOff = raw.u32(16);
        long strLen = raw.u32(20);
        if (typeOff % 4 != 0) {
            throw new MalformedInput(raw.name(), 8, "a type offset that is a multiple of 4", Long.toString(typeOff));
        }
        if (typeOff + typeLen > strOff) {
            throw new MalformedInput(
                    raw.name(), 16, "strings behind the types, at " + (typeOff + typeLen), Long.toString(strOff));
        }
        Bytes strings = body.slice(raw.name() + " strings", strOff, strLen);
        checkStrings(strings, split);
        Bytes layout =
                headerLength >= WITH_LAYOUT && raw.u32(28) != 0 ? layout(raw, body, typeOff + typeLen, strOff) : null;
        return new BtfHeader(body.slice(raw.name() + " types", typeOff, typeLen), strings, layout);
    }

    /** Between types and strings, whole entries of 4 bytes (libbpf 1.8, {@code btf_parse_layout_sec}). */
    private static Bytes layout(Bytes raw, Bytes body, long typesEnd, long strOff) {
        long off = raw.u32(24);
        long len = raw.u32(28);
        if (off % 4 != 0 || len % 4 != 0) {
            throw new MalformedInput(
                    raw.name(), 24, "a layout offset and length that are multiples of 4", off + " and " + len);
        }
        if (off < typesEnd || off + len > strOff) {
            throw new MalformedInput(
                    raw.name(),
                    24,
                    "a layout between types and strings, " + typesEnd + " to " + strOff,
                    len + " bytes at " + off);
        }
        return body.slice(raw.name() + " layout", off, len);
    }

    private static Bytes inItsOrder(Bytes section) {
        if (section.length() < SHORTEST) {
            throw new MalformedInput(section.name(), 0, "a BTF header of 24 bytes", section.length() + " bytes");
        }
        Bytes little = section.withOrder(ByteOrder.LITTLE_ENDIAN);
        if (little.u16(0) == MAGIC) {
            return little;
        }
        Bytes big = section.withOrder(ByteOrder.BIG_ENDIAN);
        if (big.u16(0) == MAGIC) {
            return big;
        }
        throw new MalformedInput(
                section.name(),
                0,
                "magic 0xeb9f in either byte order",
                String.format("bytes %02x %02x", section.u8(0), section.u8(1)));
    }

    private static void checkStrings(Bytes strings, boolean split) {
        int length = strings.length();
        if (split && length == 0) {
            return; // real modules without any name of their own exist
        }
        if (length == 0 || strings.u8(length - 1) != 0) {
            throw new MalformedInput(strings.name(), Math.max(0, length - 1), "a final NUL", "none");
        }
        if (!split && strings.u8(0) != 0) {
            throw new MalformedInput(
                    strings.name(), 0, "NUL, the empty string (split BTF needs its base)", "byte " + strings.u8(0));
        }
    }
}
