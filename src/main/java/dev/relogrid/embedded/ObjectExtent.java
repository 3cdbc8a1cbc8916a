package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import java.nio.ByteOrder;

/**
 * How long an eBPF object is that stands somewhere in a file. Nothing says so: it reaches as far as the last of its
 * section headers, program headers and sections with contents (ELF specification, {@code Elf64_Ehdr}, {@code
 * Elf64_Shdr}). Offsets count from the object's first byte.
 */
final class ObjectExtent {
    static final int HEADER = 64;
    static final int SECTION = 64;
    private static final int PROGRAM = 56;
    private static final int SHT_NULL = 0;

    private final Bytes header;
    private final int largest;

    private ObjectExtent(Bytes header, int largest) {
        this.header = header;
        this.largest = largest;
    }

    /** The header of an eBPF object in either byte order, whatever it leads to. */
    static boolean isHeader(Bytes raw) {
        int order = raw.u8(5);
        return raw.u8(4) == 2
                && (order == 1 || order == 2)
                && raw.u8(6) == 1
                && inOrder(raw).u16(18) == Elf.EM_BPF;
    }

    private static Bytes inOrder(Bytes raw) {
        return raw.withOrder(raw.u8(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** @param raw begins with what {@link #isHeader} is true of */
    static ObjectExtent of(Bytes raw, int largest) {
        return new ObjectExtent(inOrder(raw), largest);
    }

    /** Number of section headers; 0 when they are of a size that no reader takes. */
    int sections() {
        return header.u16(58) == SECTION ? header.u16(60) : 0;
    }

    /** Where the headers end, all that has to be there to ask for {@link #end}; -1 for an object that cannot be. */
    long headersEnd() {
        long end = further(HEADER, header.i64(40), (long) sections() * SECTION);
        return header.i64(32) == 0 ? end : further(end, header.i64(32), (long) header.u16(56) * PROGRAM);
    }

    /**
     * Where the object ends, or -1 for one that cannot be.
     *
     * @param raw from the object's first byte to {@link #headersEnd} at least
     */
    long end(Bytes raw) {
        Bytes object = inOrder(raw);
        long end = headersEnd();
        int table = (int) header.i64(40);
        for (int at = table; at < table + sections() * SECTION; at += SECTION) {
            int type = object.i32(at + 4);
            if (type != SHT_NULL && type != Elf.SHT_NOBITS) {
                end = further(end, object.i64(at + 24), object.i64(at + 32));
            }
        }
        return end;
    }

    /** The further of {@code end} and {@code offset + size}; -1 if one of them is nowhere. */
    private long further(long end, long offset, long size) {
        boolean inside = end >= 0 && offset >= 0 && size >= 0 && offset <= largest && size <= largest - offset;
        return inside ? Math.max(end, offset + size) : -1;
    }
}
