package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of a pack, each read when it is first asked for and kept from then on; and the strings in them, by
 * their place in the section.
 */
final class Definitions implements Btf.Strings {
    private final Section section;
    private final AtomicReferenceArray<@Nullable Block> blocks;

    /** An unpacked block: where its items start, and those that were read. */
    private static final class Block {
        final byte[] raw;
        final int[] starts;
        final Bytes bytes;
        final AtomicReferenceArray<@Nullable Definition> read;

        Block(Section section, int block) {
            String name = section.name() + " block " + block;
            raw = section.read(block);
            starts = Items.starts(name, raw, section.itemsIn(block));
            bytes = Bytes.of(name, raw, ByteOrder.LITTLE_ENDIAN);
            read = new AtomicReferenceArray<>(starts.length - 1);
        }
    }

    Definitions(Section section) {
        this.section = section;
        this.blocks = new AtomicReferenceArray<>(section.blocks());
    }

    int count() {
        return section.items();
    }

    Definition get(int number) {
        int block = section.blockOf(number);
        int item = number - section.firstItem(block);
        Block content = block(block);
        Definition known = content.read.get(item);
        if (known == null) {
            known = read(block, content, item);
            content.read.set(item, known);
        }
        return known;
    }

    private Definition read(int block, Block content, int item) {
        Input in = Items.content(section.name() + " block " + block, content.raw, content.starts, item);
        Definition read = DefinitionCode.read(in, section.rawStart(block));
        in.end();
        return read;
    }

    /**
     * Reads all once, and keeps none.
     *
     * @param symbols how many there are
     * @throws MalformedInput for the first that does not read, or refers to what is not there
     */
    void verify(int symbols) {
        for (int block = 0; block < section.blocks(); block++) {
            Block content = new Block(section, block);
            for (int item = block == 0 ? 1 : 0; item < content.starts.length - 1; item++) {
                Definition definition = read(block, content, item);
                String wrong = References.wrong(definition, symbols, count());
                if (!wrong.isEmpty()) {
                    throw new MalformedInput(
                            section.name() + " block " + block,
                            content.starts[item],
                            "references to symbols below " + symbols + " and definitions below " + count(),
                            wrong);
                }
            }
        }
    }

    /** What a listed reference of a definition is. */
    static Token.Listed listed(Definition definition, int index) {
        if (index >= definition.listed().size()) {
            throw new MalformedInput(
                    "pack section DEFS",
                    0,
                    "one of " + definition.listed().size() + " listed references",
                    "number " + index);
        }
        return definition.listed().get(index);
    }

    private Block block(int number) {
        Block known = blocks.get(number);
        if (known == null) {
            known = new Block(section, number);
            blocks.set(number, known);
        }
        return known;
    }

    @Override
    public Bytes bytes(int off) {
        return block(section.blockAt(off)).bytes;
    }

    @Override
    public int start(int off) {
        return section.rawStart(section.blockAt(off));
    }

    @Override
    public boolean contains(int off) {
        return off >= 0 && off < end();
    }

    @Override
    public int end() {
        return section.rawLength();
    }
}
