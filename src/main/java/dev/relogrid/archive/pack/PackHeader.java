package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The start of a pack: magic, version, and where each section is; little-endian, with a CRC-32C at its end.
 *
 * @param sections one for each {@link SectionTag}, in its order
 */
record PackHeader(List<Entry> sections) {
    private static final byte[] MAGIC = "RELOPACK".getBytes(StandardCharsets.ISO_8859_1);
    private static final int VERSION = 1;
    private static final int FIXED = 16;
    private static final int ENTRY = 28;

    /** Bytes of the whole header. */
    static final int SIZE = FIXED + ENTRY * SectionTag.values().length + 4;

    /**
     * Where one section is.
     *
     * @param items how many it holds
     * @param offset bytes from the start of the file
     * @param index bytes of its index, which is first
     * @param length bytes in all
     */
    record Entry(int items, long offset, int index, long length) {}

    static byte[] write(List<SectionWriter.Finished> sections) {
        Output out = new Output().raw(MAGIC).u32(VERSION).u32(sections.size());
        long offset = SIZE;
        for (SectionWriter.Finished section : sections) {
            int index = section.index().length;
            long length = (long) index + section.frames().length;
            out.u32(section.tag().code())
                    .u32(section.items())
                    .u64(offset)
                    .u32(index)
                    .u64(length);
            offset += length;
        }
        return out.u32(crc(out.toArray())).toArray();
    }

    private static int crc(byte[] header) {
        var crc = new CRC32C();
        crc.update(header, 0, Math.min(header.length, SIZE - 4));
        return (int) crc.getValue();
    }

    /**
     * @param raw the first {@link #SIZE} bytes of the file, or all of a shorter one
     * @param fileSize bytes
     * @throws MalformedInput when it is no pack, a damaged one, or one of another version
     */
    static PackHeader read(String name, byte[] raw, long fileSize) {
        Bytes in = Bytes.of(name, raw, ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= raw.length || raw[i] != MAGIC[i]) {
                throw new MalformedInput(name, i, "the magic RELOPACK", "something else");
            }
        }
        if (in.i32(8) != VERSION) {
            throw new MalformedInput(name, 8, "pack version " + VERSION, "version " + in.u32(8));
        }
        if (raw.length < SIZE || in.i32(SIZE - 4) != crc(raw)) {
            throw new MalformedInput(name, SIZE - 4, "the header's CRC-32C", "another, or the end");
        }
        if (in.i32(12) != SectionTag.values().length) {
            throw new MalformedInput(name, 12, SectionTag.values().length + " sections", in.u32(12) + "");
        }
        List<Entry> sections = new ArrayList<>();
        long expected = SIZE;
        for (SectionTag tag : SectionTag.values()) {
            int at = FIXED + ENTRY * tag.ordinal();
            Entry entry = new Entry(in.i32(at + 4), in.i64(at + 8), in.i32(at + 16), in.i64(at + 20));
            if (in.i32(at) != tag.code()
                    || entry.offset != expected
                    || entry.index < 0
                    || entry.length < entry.index
                    || entry.length > fileSize - entry.offset
                    || entry.items < 0) {
                throw new MalformedInput(name, at, "section " + tag + " within the file", "another, or beyond its end");
            }
            expected += entry.length;
            sections.add(entry);
        }
        if (expected != fileSize) {
            throw new MalformedInput(name, expected, "the end of the file", (fileSize - expected) + " bytes more");
        }
        return new PackHeader(List.copyOf(sections));
    }
}
