package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The items of a section whose items have lengths, each read when it is first asked for. Blocks and items are kept from
 * then on; two threads may read the same one at once, which costs time only.
 */
final class Blocks<T> {
    private final Section section;
    private final Reader<T> reader;
    private final AtomicReferenceArray<@Nullable Block<T>> blocks;

    /** Makes an item of its bytes. */
    interface Reader<T> {
        /**
         * @param number of the item in the section
         * @param rawStart of its block
         */
        T read(int number, Input in, int rawStart);
    }

    /** An unpacked block: where its items start, and those that were read. */
    static final class Block<T> {
        final byte[] raw;
        final int[] starts;
        final Bytes bytes;
        private final AtomicReferenceArray<@Nullable T> read;

        private Block(Section section, int number) {
            String name = section.name() + " block " + number;
            raw = section.read(number);
            starts = Items.starts(name, raw, section.itemsIn(number));
            bytes = Bytes.of(name, raw, ByteOrder.LITTLE_ENDIAN);
            read = new AtomicReferenceArray<>(starts.length - 1);
        }

        int items() {
            return starts.length - 1;
        }
    }

    Blocks(Section section, Reader<T> reader) {
        this.section = section;
        this.reader = reader;
        this.blocks = new AtomicReferenceArray<>(section.blocks());
    }

    /** One that is kept. */
    Block<T> block(int number) {
        Block<T> known = blocks.get(number);
        if (known == null) {
            known = unkept(number);
            blocks.set(number, known);
        }
        return known;
    }

    /** The same read anew. */
    Block<T> unkept(int number) {
        return new Block<>(section, number);
    }

    T item(int number) {
        int block = section.blockOf(number);
        return item(block, number - section.firstItem(block));
    }

    T item(int number, int item) {
        Block<T> block = block(number);
        T known = block.read.get(item);
        if (known == null) {
            known = read(number, block, item);
            block.read.set(item, known);
        }
        return known;
    }

    /** Reads an item and keeps nothing. */
    T read(int number, Block<T> block, int item) {
        Input in = Items.content(section.name() + " block " + number, block.raw, block.starts, item);
        T read = reader.read(section.firstItem(number) + item, in, section.rawStart(number));
        in.end();
        return read;
    }
}
