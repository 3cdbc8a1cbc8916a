package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kernel's symbols as text: one {@code LETTER name} and a line feed each, the letter as in {@code /proc/kallsyms} and
 * nm(1), without addresses, ordered by the bytes of the name and then the letter. A name that occurs twice is there
 * twice, because a kprobe on it is ambiguous.
 */
public final class SymbolList {
    /** Debian ships a System.map of one line, which says where the real one is. */
    private static final int SHORTEST_MAP = 1000;

    private static final int SHOWN = 60;
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    /** Of each symbol the name, a NUL, the letter: their order is the list's. */
    private final List<byte[]> keys = new ArrayList<>();

    SymbolList() {}

    /** Adds the symbol whose letter is followed by its name; false for what is none. */
    boolean add(byte[] from, int off, int len) {
        if (len < 2 || !isLetter(from[off])) {
            return false;
        }
        for (int i = off + 1; i < off + len; i++) {
            if (from[i] >= 0 && from[i] <= ' ' || from[i] == 0x7f) {
                return false;
            }
        }
        byte[] key = new byte[len + 1];
        System.arraycopy(from, off + 1, key, 0, len - 1);
        key[len] = from[off];
        return keys.add(key);
    }

    /** Those letters nm(1) has, and its question mark. */
    private static boolean isLetter(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '?';
    }

    /** The text, or null when there is no symbol. */
    byte @Nullable [] toText() {
        if (keys.isEmpty()) {
            return null;
        }
        byte[][] sorted = keys.toArray(byte[][]::new);
        Arrays.sort(sorted, Arrays::compareUnsigned);
        int size = 0;
        for (byte[] key : sorted) {
            size += key.length + 1;
        }
        var out = new ByteArrayOutputStream(size);
        for (byte[] key : sorted) {
            out.write(key[key.length - 1]);
            out.write(' ');
            out.write(key, 0, key.length - 2);
            out.write('\n');
        }
        return out.toByteArray();
    }

    /**
     * The kernel's own symbols in a System.map, a copy of {@code /proc/kallsyms}, or a list of this kind: addresses, which
     * may be missing, and modules' symbols, which a name in brackets follows, are left away.
     *
     * @return null for a file of under 1000 bytes, which is a placeholder, and one with no symbol
     * @throws MalformedInput when a line is something else; {@code name} is what it calls the file
     */
    public static byte @Nullable [] parse(String name, byte[] text) {
        if (text.length < SHORTEST_MAP) {
            return null;
        }
        var list = new SymbolList();
        for (int at = 0; at < text.length; ) {
            int end = at;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            String line = new String(text, at, end - at, StandardCharsets.ISO_8859_1);
            if (!list.line(BLANKS.split(line.strip()))) {
                String shown = line.substring(0, Math.min(SHOWN, line.length()));
                throw new MalformedInput(name, at, "a line of address, letter and name", "'" + shown + "'");
            }
            at = end + 1;
        }
        return list.toText();
    }

    private boolean line(String[] words) {
        int letter = words[0].length() == 1 && !Character.isDigit(words[0].charAt(0)) ? 0 : 1;
        if (words.length == letter + 3) {
            return words[letter + 2].startsWith("[");
        }
        if (words.length != letter + 2 || words[letter].length() != 1) {
            return false;
        }
        if (words[letter].equals("U")) {
            return true; // nm's for what is defined elsewhere
        }
        byte[] symbol = (words[letter] + words[letter + 1]).getBytes(StandardCharsets.ISO_8859_1);
        return add(symbol, 0, symbol.length);
    }

    /** How many symbols a text of this kind has. */
    public static int count(byte[] text) {
        int lines = 0;
        for (byte c : text) {
            lines += c == '\n' ? 1 : 0;
        }
        return lines;
    }
}
