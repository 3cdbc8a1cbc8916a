package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The symbols a kernel has compiled into itself (scripts/kallsyms.c writes them), found in its unpacked image without
 * any address of theirs. In every layout since 5.10, 32 and 64 bit, these follow one another, each aligned to 4 or 8:
 *
 * <pre>
 * num_syms     u32
 * names        num_syms times: length (7 bits, or 14 in two bytes since 6.1), as many token codes
 * markers      u32 for every 256th name: where in names it begins
 * seqs         3 bytes for every name: 6.2 to 6.4, and 6.1 later on; passed over
 * token_table, token_index     {@link KallsymsTokens}
 * </pre>
 *
 * A token table is looked for first, then the markers before it, then the names whose every 256th is where its marker
 * says. Addresses, which come in five forms, are not looked at.
 */
final class Kallsyms {
    /** No 256 names are shorter, or longer, than this: what tells markers from other ascending numbers. */
    private static final int SHORTEST_BLOCK = 400;

    private static final int LONGEST_BLOCK = 1 << 15;
    /** The smallest kernels have some 10 000 symbols. */
    private static final int FEWEST_MARKERS = 20;
    /** Four million symbols; the largest kernels have 200 000. */
    private static final int MOST_MARKERS = 1 << 14;
    /** How far before the token table markers are looked for; {@code seqs} of a million symbols has 3 MB. */
    private static final int WINDOW = 8 << 20;

    private static final int NAMES_PER_MARKER = 256;
    /** Bytes of the names behind the last marker, at most. */
    private static final int LAST_BLOCK = NAMES_PER_MARKER * 200;

    private static final int LONGEST_NAME = 1024;
    /** Bytes of all names together; the largest kernels have 7 MB. */
    private static final long MOST_TEXT = 64 << 20;

    private static final int MOST_TABLES = 4;

    private final byte[] image;
    private final KallsymsTokens tokens;
    private final Bytes in;
    /** Bytes of names that may still be looked at: made-up numbers must not keep us busy. */
    private long patience;

    private Kallsyms(byte[] image, KallsymsTokens tokens) {
        this.image = image;
        this.tokens = tokens;
        this.in = Bytes.of("kallsyms", image, tokens.order());
        this.patience = 4L * image.length;
    }

    /** What {@link SymbolList} makes of the symbols of an unpacked kernel; null when it has none, or damaged ones. */
    static byte @Nullable [] find(byte[] image) {
        int from = 0;
        for (int tries = 0; tries < MOST_TABLES; tries++) {
            KallsymsTokens tokens = KallsymsTokens.find(image, from);
            if (tokens == null) {
                return null;
            }
            byte[] text = new Kallsyms(image, tokens).symbols();
            if (text != null) {
                return text;
            }
            from = tokens.end();
        }
        return null;
    }

    private byte @Nullable [] symbols() {
        Markers markers = markers();
        if (markers.count() < FEWEST_MARKERS || markers.count() > MOST_MARKERS) {
            return null;
        }
        int last = in.i32(markers.at() + 4 * (markers.count() - 1));
        if (last < 0 || last >= markers.at()) {
            return null;
        }
        int lowest = Math.max(8, markers.at() - last - LAST_BLOCK);
        for (int names = (markers.at() - last - 1) & ~3; names >= lowest; names -= 4) {
            for (int countOff : new int[] {names - 8, names - 4}) {
                long count = in.u32(countOff);
                if ((count + NAMES_PER_MARKER - 1) / NAMES_PER_MARKER == markers.count()
                        && areNames(names, (int) count, markers)) {
                    return expand(names, (int) count);
                }
            }
        }
        return null;
    }

    /** Ascending numbers from 0 on. */
    private record Markers(int at, int count) {}

    /** The longest run of numbers like markers. */
    private Markers markers() {
        int end = tokens.start() & ~3;
        Markers best = new Markers(0, 0);
        for (int at = Math.max(0, end - WINDOW); at <= end - 8; at += 4) {
            if (in.i32(at) == 0 && isBlock(0, in.i32(at + 4))) {
                int next = at + 4;
                while (next <= end - 4 && isBlock(in.i32(next - 4), in.i32(next))) {
                    next += 4;
                }
                if (next - at > 4 * best.count()) {
                    best = new Markers(at, (next - at) / 4);
                }
                at = next - 4;
            }
        }
        return best;
    }

    private static boolean isBlock(int from, int to) {
        int length = to - from;
        return length > SHORTEST_BLOCK && length < LONGEST_BLOCK;
    }

    private boolean areNames(int names, int count, Markers markers) {
        int at = names;
        for (int i = 0; i < count; i++) {
            if (i % NAMES_PER_MARKER == 0 && at - names != in.i32(markers.at() + i / NAMES_PER_MARKER * 4)) {
                return false;
            }
            int length = length(at);
            at += lengthBytes(at) + length;
            patience -= 1 + length;
            if (length == 0 || at > markers.at() || patience < 0) {
                return false;
            }
        }
        return markers.at() - at < 16;
    }

    /** Token codes of the name at {@code at}. */
    private int length(int at) {
        int first = image[at] & 0xff;
        return first < 0x80 ? first : first & 0x7f | (image[at + 1] & 0xff) << 7;
    }

    private int lengthBytes(int at) {
        return image[at] < 0 ? 2 : 1;
    }

    /** Null when a name is none, or all together are longer than can be. */
    private byte @Nullable [] expand(int names, int count) {
        var list = new SymbolList();
        byte[] name = new byte[LONGEST_NAME];
        long largest = Math.min(MOST_TEXT, 4L * image.length);
        long size = 0;
        int at = names;
        for (int i = 0; i < count; i++) {
            int length = length(at);
            at += lengthBytes(at);
            int to = 0;
            for (int end = at + length; at < end; at++) {
                int code = image[at] & 0xff;
                if (tokens.length(code) > LONGEST_NAME - to) {
                    return null;
                }
                System.arraycopy(image, tokens.offset(code), name, to, tokens.length(code));
                to += tokens.length(code);
            }
            size += to;
            if (size > largest || !list.add(name, 0, to)) {
                return null;
            }
        }
        return list.toText();
    }
}
