package dev.relogrid.engine.btf.c;

/**
 * Unnamed bitfields that move the next member to where it belongs, in the shape known from vmlinux.h ({@code long:
 * 64;}). A compiler puts a bitfield behind the last one unless it would cross a boundary of its type, and then at that
 * boundary; in a packed struct always behind the last one.
 */
final class Padding {
    private static final String[] NAMES = {"long", "int", "short", "char"};

    private final int[] bits;

    Padding(int pointerSize) {
        this.bits = new int[] {8 * pointerSize, 32, 16, 8};
    }

    /** Appends one line for each unnamed bitfield between the two bit offsets. */
    void append(Text out, long from, long to, boolean packed) {
        int unit = widest(from, to);
        long at = from;
        long boundary = roundUp(at, bits[unit]);
        if (boundary > to) {
            line(out, unit, to - at);
            return;
        }
        if (boundary > at && (packed || to - boundary < bits[unit])) {
            line(out, unit, boundary - at);
        }
        at = boundary;
        for (; to - at >= bits[unit]; at += bits[unit]) {
            line(out, unit, bits[unit]);
        }
        if (at < to) {
            line(out, narrowest(to - at), to - at);
        }
    }

    /** The widest type that has a boundary in the gap; char when none has. */
    private int widest(long from, long to) {
        int unit = 0;
        while (unit < bits.length - 1 && roundUp(from, bits[unit]) > to) {
            unit++;
        }
        return unit;
    }

    private int narrowest(long width) {
        int unit = bits.length - 1;
        while (bits[unit] < width) {
            unit--;
        }
        return unit;
    }

    private static void line(Text out, int unit, long width) {
        out.indent()
                .append(NAMES[unit])
                .append(": ")
                .append(Long.toString(width))
                .append(";\n");
    }

    static long roundUp(long value, long unit) {
        return (value + unit - 1) / unit * unit;
    }
}
