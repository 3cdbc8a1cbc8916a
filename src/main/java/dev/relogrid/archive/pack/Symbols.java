package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The symbols of a pack, each read when it is first asked for and kept from then on. */
final class Symbols {
    private final Section section;
    private final int units;
    private final int definitions;
    private final AtomicReferenceArray<@Nullable Block> blocks;

    /** An unpacked block: where its items start, and those that were read. */
    private static final class Block {
        final byte[] raw;
        final int[] starts;
        final AtomicReferenceArray<@Nullable Symbol> read;

        Block(Section section, int block) {
            raw = section.read(block);
            starts = Items.starts(section.name() + " block " + block, raw, section.itemsIn(block));
            read = new AtomicReferenceArray<>(starts.length - 1);
        }
    }

    Symbols(Section section, int units, int definitions) {
        this.section = section;
        this.units = units;
        this.definitions = definitions;
        this.blocks = new AtomicReferenceArray<>(section.blocks());
    }

    int count() {
        return section.items();
    }

    Symbol get(int number) {
        int block = section.blockOf(number);
        return item(block, number - section.firstItem(block));
    }

    /** Null when no kernel has anything of that name. */
    @Nullable
    Symbol find(int symbolClass, String name) {
        byte[] key = Texts.key(symbolClass, Texts.name(name));
        int number = section.blockWithKey(key);
        if (number < 0) {
            return null;
        }
        Block block = block(number);
        int low = 0;
        int high = block.starts.length - 2;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(block, middle, key);
            if (order == 0) {
                return item(number, middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** The key of an item are its class and its name, which ends in NUL. */
    private static int compare(Block block, int item, byte[] key) {
        int from = block.starts[item] + Items.lengthOfLength(block.raw, block.starts[item]);
        int to = from;
        while (to < block.raw.length && (block.raw[to] != 0 || to == from)) {
            to++;
        }
        return Arrays.compareUnsigned(block.raw, from, to, key, 0, key.length);
    }

    private Block block(int number) {
        Block known = blocks.get(number);
        if (known == null) {
            known = new Block(section, number);
            blocks.set(number, known);
        }
        return known;
    }

    private Symbol item(int number, int item) {
        Block block = block(number);
        Symbol known = block.read.get(item);
        if (known == null) {
            known = read(number, block, item);
            block.read.set(item, known);
        }
        return known;
    }

    private Symbol read(int number, Block block, int item) {
        Input in = Items.content(section.name() + " block " + number, block.raw, block.starts, item);
        Symbol symbol = Symbol.read(section.firstItem(number) + item, in, units, definitions);
        in.end();
        return symbol;
    }

    /**
     * Reads all once, and keeps none.
     *
     * @throws MalformedInput for the first that does not read, is out of order, or is of one unit twice
     */
    void verify() {
        byte[] last = {};
        for (int number = 0; number < section.blocks(); number++) {
            Block block = new Block(section, number);
            for (int item = 0; item < block.starts.length - 1; item++) {
                Symbol symbol = read(number, block, item);
                byte[] key = Texts.key(symbol.symbolClass(), Texts.name(symbol.name()));
                if (Arrays.compareUnsigned(last, key) >= 0 || !symbol.hasEachUnitOnce()) {
                    throw new MalformedInput(
                            section.name() + " block " + number,
                            block.starts[item],
                            "symbols in order, each unit once in each",
                            symbol.name());
                }
                last = key;
            }
        }
    }
}
