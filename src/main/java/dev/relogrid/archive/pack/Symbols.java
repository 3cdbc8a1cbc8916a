package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The symbols of a pack, each read when it is first asked for and kept from then on. */
final class Symbols {
    private final Section section;
    private final Blocks<Symbol> blocks;

    Symbols(Section section, int units, int definitions) {
        this.section = section;
        this.blocks = new Blocks<>(section, (number, in, rawStart) -> Symbol.read(number, in, units, definitions));
    }

    int count() {
        return section.items();
    }

    Symbol get(int number) {
        return blocks.item(number);
    }

    /** Null when no kernel has anything of that name. */
    @Nullable
    Symbol find(int symbolClass, String name) {
        byte[] key = Texts.key(symbolClass, Texts.name(name));
        int number = section.blockWithKey(key);
        if (number < 0) {
            return null;
        }
        Blocks.Block<Symbol> block = blocks.block(number);
        int item = firstFrom(block, key);
        return item < block.items() && compare(block, item, key) == 0 ? blocks.item(number, item) : null;
    }

    /** All that begin so, in the order of their names. */
    List<Symbol> startingWith(int symbolClass, String prefix) {
        byte[] key = Texts.key(symbolClass, Texts.name(prefix));
        int number = Math.max(0, section.blockWithKey(key));
        List<Symbol> found = new ArrayList<>();
        int item = section.blocks() == 0 ? 0 : firstFrom(blocks.block(number), key);
        while (number < section.blocks()) {
            if (item == blocks.block(number).items()) {
                number++;
                item = 0;
                continue;
            }
            Symbol symbol = blocks.item(number, item++);
            if (symbol.symbolClass() != symbolClass || !symbol.name().startsWith(prefix)) {
                break;
            }
            found.add(symbol);
        }
        return found;
    }

    /** Gives away all whose class is below that one, in the order of classes and names, and keeps none. */
    void each(int belowClass, Consumer<Symbol> sink) {
        for (int number = 0; number < section.blocks(); number++) {
            Blocks.Block<Symbol> block = blocks.unkept(number);
            for (int item = 0; item < block.items(); item++) {
                Symbol symbol = blocks.read(number, block, item);
                if (symbol.symbolClass() >= belowClass) {
                    return;
                }
                sink.accept(symbol);
            }
        }
    }

    /** The first item of the block that is not before the key. */
    private static int firstFrom(Blocks.Block<Symbol> block, byte[] key) {
        int low = 0;
        int high = block.items();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(block, middle, key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The key of an item are its class and its name, which ends in NUL. */
    private static int compare(Blocks.Block<Symbol> block, int item, byte[] key) {
        int from = block.starts[item] + Items.lengthOfLength(block.raw, block.starts[item]);
        int to = from;
        while (to < block.raw.length && (block.raw[to] != 0 || to == from)) {
            to++;
        }
        return Arrays.compareUnsigned(block.raw, from, to, key, 0, key.length);
    }

    /**
     * Reads all once, and keeps none.
     *
     * @throws MalformedInput for the first that does not read, is out of order, or is of one unit twice
     */
    void verify() {
        byte[] last = {};
        for (int number = 0; number < section.blocks(); number++) {
            Blocks.Block<Symbol> block = blocks.unkept(number);
            for (int item = 0; item < block.items(); item++) {
                Symbol symbol = blocks.read(number, block, item);
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
