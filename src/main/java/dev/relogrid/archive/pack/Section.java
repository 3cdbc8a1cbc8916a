package dev.relogrid.archive.pack;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One section of a pack. Opening it reads its index; a block is read and unpacked when it is first needed. May be
 * shared by threads: two may unpack the same block at once, which costs time only.
 */
final class Section {
    private static final int MAX_BLOCK = 1 << 26;

    /** How many times its size in the file a section may unpack to; real ones stay below 40. */
    private static final int MAX_RATIO = 1 << 7;

    /** What a section may unpack to whatever its size: short ones of equal things shrink to nearly nothing. */
    private static final int ALWAYS = 1 << 22;

    /** Bits of a position that the table of blocks by position leaves out: an entry for every 16 KiB. */
    private static final int PLACE_BITS = 14;

    /** Bytes of the shortest zstd frame with size and checksum. */
    private static final int MIN_FRAME = 12;

    /** Reads a range of the file. */
    interface Reader {
        byte[] read(long offset, int length) throws IOException;
    }

    private final String name;
    private final Reader reader;
    private final long[] offsets;
    private final int[] rawStarts;
    private final int[] firstItems;
    private final byte[][] firstKeys;
    /** The block of every 16 KiBth unpacked byte: names are looked for by position, once for every member. */
    private final int[] blockAtPlace;

    Section(String name, PackHeader.Entry entry, Reader reader) throws IOException {
        this.name = name;
        this.reader = reader;
        long most = Math.clamp(MAX_RATIO * entry.length(), ALWAYS, Integer.MAX_VALUE);
        byte[] packed = reader.read(entry.offset(), entry.index());
        byte[] index = unpack(name + " index", packed, rawSize(name + " index", packed, most));
        Input in = new Input(name + " index", index, 0, index.length);
        int blocks = in.count((entry.length() - entry.index()) / MIN_FRAME);
        offsets = new long[blocks + 1];
        rawStarts = new int[blocks + 1];
        firstItems = new int[blocks + 1];
        firstKeys = new byte[blocks][];
        offsets[0] = entry.offset() + entry.index();
        for (int i = 0; i < blocks; i++) {
            offsets[i + 1] = offsets[i] + in.count(Math.min(Integer.MAX_VALUE, entry.length()));
            rawStarts[i + 1] = rawStarts[i] + in.count(Math.min(MAX_BLOCK, most - rawStarts[i]));
            firstItems[i + 1] = firstItems[i] + in.count(entry.items() - firstItems[i]);
            int key = in.items();
            int start = in.at();
            in.skip(key);
            firstKeys[i] = Arrays.copyOfRange(index, start, start + key);
        }
        if (offsets[blocks] != entry.offset() + entry.length() || firstItems[blocks] != entry.items() || in.hasMore()) {
            throw in.malformed("blocks that make up the section", "others");
        }
        blockAtPlace = new int[(rawStarts[blocks] >>> PLACE_BITS) + 2];
        int last = Math.max(0, blocks - 1);
        Arrays.fill(blockAtPlace, last);
        for (int place = 0; place < blockAtPlace.length - 1; place++) {
            blockAtPlace[place] = below(rawStarts, place << PLACE_BITS, 0, last);
        }
    }

    /** What the frame says it unpacks to. */
    private static int rawSize(String name, byte[] packed, long most) {
        long size = packed.length < MIN_FRAME ? -1 : Zstd.getFrameContentSize(packed);
        long limit = Math.min(MAX_BLOCK, most);
        if (size < 0 || size > limit) {
            throw new MalformedInput(
                    name, 0, "a zstd frame of at most " + limit + " bytes", size < 0 ? "none" : size + " bytes");
        }
        return (int) size;
    }

    private static byte[] unpack(String name, byte[] packed, int size) {
        if (rawSize(name, packed, size) != size) {
            throw new MalformedInput(name, 0, "a zstd frame of " + size + " bytes", "a shorter one");
        }
        try {
            byte[] raw = Zstd.decompress(packed, size);
            if (raw.length == size) {
                return raw;
            }
            throw new MalformedInput(name, 0, size + " bytes", raw.length + " bytes");
        } catch (ZstdException e) {
            throw new MalformedInput(name, 0, "an intact zstd frame", String.valueOf(e.getMessage()));
        }
    }

    String name() {
        return name;
    }

    int blocks() {
        return firstKeys.length;
    }

    int items() {
        return firstItems[firstKeys.length];
    }

    /** Bytes of the whole section unpacked. */
    int rawLength() {
        return rawStarts[firstKeys.length];
    }

    /** Where a block starts among the unpacked bytes of all blocks. */
    int rawStart(int block) {
        return rawStarts[block];
    }

    int firstItem(int block) {
        return firstItems[block];
    }

    int itemsIn(int block) {
        return firstItems[block + 1] - firstItems[block];
    }

    /** The block with that item. */
    int blockOf(int item) {
        if (item < 0 || item >= items()) {
            throw new MalformedInput(name, 0, "items below " + items(), "a reference to item " + item);
        }
        return below(firstItems, item, 0, firstKeys.length - 1);
    }

    /** The block with that unpacked byte. */
    int blockAt(int position) {
        if (position < 0 || position >= rawLength()) {
            throw new MalformedInput(name, 0, "positions below " + rawLength(), "position " + position);
        }
        int place = position >>> PLACE_BITS;
        return below(rawStarts, position, blockAtPlace[place], blockAtPlace[place + 1]);
    }

    /** The last of some ascending starts that is not above the number. */
    private static int below(int[] starts, int number, int first, int last) {
        int low = first;
        int high = last;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The block that would hold that key, -1 when it is before all. */
    int blockWithKey(byte[] key) {
        int low = -1;
        int high = firstKeys.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Arrays.compareUnsigned(firstKeys[middle], key) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Reads and unpacks a block. */
    byte[] read(int block) {
        String what = name + " block " + block;
        try {
            byte[] packed = reader.read(offsets[block], (int) (offsets[block + 1] - offsets[block]));
            return unpack(what, packed, rawStarts[block + 1] - rawStarts[block]);
        } catch (IOException e) {
            throw new MalformedInput(what, 0, "a file that can be read", e.toString());
        }
    }
}
