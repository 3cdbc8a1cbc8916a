package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What the .BTF.ext section says about instructions: their functions, source lines and CO-RE relocations.
 *
 * <pre>
 * ext     = magic:u16 (0xeb9f) version:u8 (1) flags:u8 (0) hdr_len:u32
 *           func_off:u32 func_len:u32 line_off:u32 line_len:u32 [ core_off:u32 core_len:u32 ] … data
 * info    = rec_size:u32 { section }
 * section = sec_name_off:u32 num_info:u32 (≥ 1) { record: rec_size bytes }
 * </pre>
 *
 * Offsets count from the end of the header. Source: libbpf {@code btf_ext_parse}, {@code btf_ext_parse_sec_info}, which
 * refuse the whole section for any flaw in this outline; what stands in the records they do not look at.
 */
public final class BtfExt {
    private static final int MANDATORY_HEADER = 24;
    private static final int HEADER_WITH_CORE = 32;

    private final List<Section<FuncInfo>> functions;
    private final List<Section<LineInfo>> lines;
    private final List<Section<CoreRelo>> relocations;

    private BtfExt(
            List<Section<FuncInfo>> functions, List<Section<LineInfo>> lines, List<Section<CoreRelo>> relocations) {
        this.functions = functions;
        this.lines = lines;
        this.relocations = relocations;
    }

    /**
     * The records of one kind for one ELF section.
     *
     * @param nameOff offset of the section's name in the strings of .BTF
     * @param records in file order, which libbpf keeps
     */
    public record Section<T>(int nameOff, List<T> records) {}

    private interface Reader<T> {
        T read(Bytes info, int at);
    }

    /**
     * @throws MalformedInput where libbpf ignores the section with a warning
     */
    public static BtfExt parse(Bytes section) {
        Bytes raw = header(section);
        long headerLength = raw.u32(4);
        Bytes data = raw.slice(".BTF.ext data", headerLength, raw.length() - headerLength);
        List<Section<FuncInfo>> functions =
                read(info(data, ".BTF.ext func_info", raw, 8), 8, (b, at) -> new FuncInfo(b.i32(at), b.i32(at + 4)));
        List<Section<LineInfo>> lines = read(
                info(data, ".BTF.ext line_info", raw, 16),
                16,
                (b, at) -> new LineInfo(b.i32(at), b.i32(at + 4), b.i32(at + 8), b.i32(at + 12)));
        List<Section<CoreRelo>> relocations = List.of();
        if (headerLength >= HEADER_WITH_CORE) {
            relocations = read(
                    info(data, ".BTF.ext core_relo", raw, 24),
                    16,
                    (b, at) -> new CoreRelo(b.i32(at), b.i32(at + 4), b.i32(at + 8), b.i32(at + 12)));
        }
        return new BtfExt(functions, lines, relocations);
    }

    private static Bytes header(Bytes section) {
        if (section.length() < 8) {
            throw new MalformedInput(".BTF.ext", 0, "a header of 8 bytes or more", section.length() + " bytes");
        }
        Bytes little = section.withOrder(ByteOrder.LITTLE_ENDIAN);
        Bytes raw = little.u16(0) == BtfHeader.MAGIC ? little : section.withOrder(ByteOrder.BIG_ENDIAN);
        expect(raw.u16(0) == BtfHeader.MAGIC, 0, "magic 0xeb9f in either byte order", Integer.toHexString(raw.u16(0)));
        expect(raw.u8(2) == 1, 2, "version 1", Integer.toString(raw.u8(2)));
        expect(raw.u8(3) == 0, 3, "flags 0", Integer.toString(raw.u8(3)));
        long headerLength = raw.u32(4);
        expect(
                headerLength >= MANDATORY_HEADER && headerLength < raw.length(),
                4,
                "a header length of 24 to " + (raw.length() - 1),
                Long.toString(headerLength));
        return raw;
    }

    private static void expect(boolean holds, int at, String expected, String found) {
        if (!holds) {
            throw new MalformedInput(".BTF.ext", at, expected, found);
        }
    }

    private static Bytes info(Bytes data, String name, Bytes header, int at) {
        long off = header.u32(at);
        long len = header.u32(at + 4);
        if (len == 0) {
            return data.slice(name, 0, 0);
        }
        expect(off % 4 == 0, at, "an offset that is a multiple of 4", Long.toString(off));
        return data.slice(name, off, len);
    }

    private static <T> List<Section<T>> read(Bytes info, int smallest, Reader<T> reader) {
        if (info.length() == 0) {
            return List.of();
        }
        long recordSize = info.u32(0);
        if (recordSize < smallest || recordSize % 4 != 0) {
            throw new MalformedInput(
                    info.name(),
                    0,
                    "a record size of " + smallest + " or more, divisible by 4",
                    Long.toString(recordSize));
        }
        if (info.length() == 4) {
            throw new MalformedInput(info.name(), 4, "at least one section", "the end");
        }
        List<Section<T>> sections = new ArrayList<>();
        int at = 4;
        while (at < info.length()) {
            int nameOff = info.i32(at);
            long count = info.u32(at + 4);
            long room = (info.length() - at - 8) / recordSize;
            if (count == 0 || count > room) {
                throw new MalformedInput(info.name(), at + 4, "1 to " + room + " records", Long.toString(count));
            }
            List<T> records = new ArrayList<>((int) count);
            for (int i = 0; i < count; i++) {
                records.add(reader.read(info, at + 8 + i * (int) recordSize));
            }
            sections.add(new Section<>(nameOff, records));
            at += 8 + (int) (count * recordSize);
        }
        return sections;
    }

    public List<Section<FuncInfo>> functions() {
        return functions;
    }

    public List<Section<LineInfo>> lines() {
        return lines;
    }

    public List<Section<CoreRelo>> relocations() {
        return relocations;
    }
}
