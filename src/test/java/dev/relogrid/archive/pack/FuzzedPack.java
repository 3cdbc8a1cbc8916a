package dev.relogrid.archive.pack;

import dev.relogrid.archive.pack.Packed.Raw;
import dev.relogrid.fixture.Words;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packs as fuzzers can change them: the unpacked blocks, one behind the other, each with its section, the number of its
 * items and its length in front. Checksums, which would turn every change away, are made when the pack is.
 */
public final class FuzzedPack {
    private static final int HEAD = 4;
    private static final int MOST_BLOCKS = 64;

    private FuzzedPack() {}

    /** The pack that such blocks make. */
    public static byte[] pack(byte[] data) {
        List<Output> frames = new ArrayList<>();
        List<Output> indexes = new ArrayList<>();
        int[] items = new int[SectionTag.values().length];
        int[] blocks = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            frames.add(new Output());
            indexes.add(new Output());
        }
        int at = 0;
        for (int left = MOST_BLOCKS; left > 0 && at + HEAD <= data.length; left--) {
            int tag = data[at] & 3;
            int count = data[at + 1] & 0xff;
            int length = Math.min(data.length - at - HEAD, data[at + 2] & 0xff | (data[at + 3] & 0xff) << 8);
            byte[] frame = frame(Arrays.copyOfRange(data, at + HEAD, at + HEAD + length));
            frames.get(tag).raw(frame);
            indexes.get(tag).number(frame.length).number(length).number(count).number(0);
            items[tag] += count;
            blocks[tag]++;
            at += HEAD + length;
        }
        List<SectionWriter.Finished> sections = new ArrayList<>();
        for (SectionTag tag : SectionTag.values()) {
            int i = tag.ordinal();
            byte[] index =
                    frame(new Output().number(blocks[i]).raw(indexes.get(i)).toArray());
            sections.add(new SectionWriter.Finished(
                    tag, items[i], index, frames.get(i).toArray()));
        }
        return LyingPack.bytes(sections.toArray(SectionWriter.Finished[]::new));
    }

    /** A zstd frame of one block that is not compressed (RFC 8878). */
    private static byte[] frame(byte[] content) {
        int block = content.length << 3 | 1;
        return new Words(ByteOrder.LITTLE_ENDIAN)
                .u32(0xfd2fb528)
                .u8(0xa0)
                .u32(content.length)
                .u8(block)
                .u16(block >>> 8)
                .raw(content)
                .bytes();
    }

    /** The blocks of a pack of kernels with this BTF and a module each, as they are given to {@link #pack}. */
    public static byte[] blocks(List<byte[]> vmlinux, byte[] module) {
        PackBuilder builder = new PackBuilder();
        byte[] config = {'C', 'O', 'N', 'F', 'I', 'G', '_', 'X', '=', 'y', '\n'};
        byte[] symbols = {'T', ' ', 'f', '\n'};
        for (byte[] btf : vmlinux) {
            builder.add(new Raw("k" + btf.length, btf, new TreeMap<>(Map.of("m", module))).contents(config, symbols));
        }
        byte[] pack = builder.build();
        PackHeader header = PackHeader.read("pack", pack, pack.length);
        Words out = new Words(ByteOrder.LITTLE_ENDIAN);
        for (SectionTag tag : SectionTag.values()) {
            Section section = section(header, tag, pack);
            for (int block = 0; block < section.blocks(); block++) {
                byte[] raw = section.read(block);
                out.u8(tag.ordinal()).u8(section.itemsIn(block)).u16(raw.length).raw(raw);
            }
        }
        return out.bytes();
    }

    private static Section section(PackHeader header, SectionTag tag, byte[] pack) {
        try {
            return new Section(
                    "pack",
                    header.sections().get(tag.ordinal()),
                    (offset, length) -> Arrays.copyOfRange(pack, (int) offset, (int) offset + length));
        } catch (IOException e) {
            throw new AssertionError("nothing is read from anywhere", e);
        }
    }

    /** A kernel of the pack by what it is asked; null of one without types. */
    public static PackedFamily family(Pack pack) {
        return new PackedFamily(
                pack,
                pack.kernels().stream()
                        .map(_ -> new PackedFamily.Member("k", null))
                        .toList());
    }
}
