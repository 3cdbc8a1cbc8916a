package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;

/** The items of a block: each its length and then its content, one behind the other. */
final class Items {
    private Items() {}

    /** Where each item starts, and the end of the last. */
    static int[] starts(String name, byte[] raw, int items) {
        Input in = new Input(name, raw, 0, raw.length);
        if (items > raw.length) {
            throw in.malformed(items + " items", raw.length + " bytes");
        }
        int[] starts = new int[items + 1];
        for (int i = 0; i < items; i++) {
            starts[i] = in.at();
            in.skip(in.items());
        }
        if (in.hasMore()) {
            throw new MalformedInput(name, in.at(), "the end after " + items + " items", in.left() + " bytes more");
        }
        starts[items] = raw.length;
        return starts;
    }

    /** Bytes the length takes that stands at {@code at}. */
    static int lengthOfLength(byte[] raw, int at) {
        int length = 1;
        while (raw[at + length - 1] < 0) {
            length++;
        }
        return length;
    }

    static Input content(String name, byte[] raw, int[] starts, int item) {
        Input in = new Input(name, raw, starts[item], starts[item + 1]);
        in.items();
        return in;
    }
}
