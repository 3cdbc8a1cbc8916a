package dev.relogrid.archive;

import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The lines of {@code measured.zst}, one after the other: printable ASCII, fields with a tab between them. */
final class MeasurementLines {
    private static final int FOUND = 40;

    private final byte[] text;
    private final int kernels;
    private int at;

    /**
     * A line of a fact.
     *
     * @param name not empty
     */
    record Fact(String name, Measurements.Row row) {}

    /** From the start. */
    MeasurementLines(byte[] text) {
        this(text, 0, 0);
    }

    /**
     * From somewhere.
     *
     * @param at where a line begins, or the text ends
     * @param kernels how many there are
     */
    MeasurementLines(byte[] text, int at, int kernels) {
        this.text = text;
        this.at = at;
        this.kernels = kernels;
    }

    /** Where the next line begins. */
    int at() {
        return at;
    }

    void expect(String line) {
        int start = at;
        String found = field('\n', line);
        if (!found.equals(line)) {
            throw malformed(start, line, found);
        }
    }

    /** The number behind a word. */
    int count(String word, int most) {
        int start = at;
        String line = field('\n', word + "and a number");
        long count = line.startsWith(word) && line.length() - word.length() <= 9 ? digits(line, word.length()) : -1;
        if (count < 0 || count > most) {
            throw malformed(start, word + "and a number up to " + most, line);
        }
        return (int) count;
    }

    private static long digits(String text, int from) {
        long number = from < text.length() ? 0 : -1;
        for (int i = from; i < text.length() && number >= 0; i++) {
            char c = text.charAt(i);
            number = c >= '0' && c <= '9' ? number * 10 + c - '0' : -1;
        }
        return number;
    }

    Measurements.Kernel kernel() {
        int start = at;
        String id = field('\t', "a kernel's id and a tab");
        if (id.isEmpty()) {
            throw malformed(start, "a kernel's id", "none");
        }
        return new Measurements.Kernel(id, field('\n', "a version and the line's end"));
    }

    Fact fact() {
        int start = at;
        String name = field('\t', "a fact and a tab");
        String value = field('\t', "a value and a tab");
        if (name.isEmpty() || value.isEmpty()) {
            throw malformed(start, "a fact and its value", "nothing");
        }
        return new Fact(name, new Measurements.Row(value, set()));
    }

    /** A hexadecimal number without leading zeros, the first kernel its lowest bit. */
    private BitSet set() {
        int start = at;
        String digits = field('\n', "kernels and the line's end");
        BitSet set = new BitSet(kernels);
        int bit = 0;
        for (int i = digits.length() - 1; i >= 0; i--, bit += 4) {
            int digit = hex(digits.charAt(i));
            if (digit < 0 || digit != 0 && bit + 32 - Integer.numberOfLeadingZeros(digit) > kernels) {
                throw malformed(start, "a hexadecimal number of " + kernels + " bits", digits);
            }
            for (int k = 0; k < 4; k++) {
                if ((digit >> k & 1) != 0) {
                    set.set(bit + k);
                }
            }
        }
        if (digits.isEmpty() || digits.charAt(0) == '0') {
            throw malformed(start, "a hexadecimal number that begins with no zero", digits);
        }
        return set;
    }

    private static int hex(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /** What is before {@code end}, which is passed over. */
    private String field(char end, String expected) {
        int start = at;
        int to = start;
        while (to < text.length && text[to] != end) {
            if (text[to] < ' ' || text[to] > '~') {
                throw malformed(to, expected, "byte 0x" + Integer.toHexString(text[to] & 0xff));
            }
            to++;
        }
        if (to == text.length) {
            throw malformed(start, expected, "the end");
        }
        at = to + 1;
        return new String(text, start, to - start, StandardCharsets.ISO_8859_1);
    }

    /** That what is at an offset is not as it should be, with the number of the line. */
    MalformedInput malformed(int offset, String expected, String found) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += text[i] == '\n' ? 1 : 0;
        }
        String shown = found.length() > FOUND ? found.substring(0, FOUND) + "…" : found;
        return new MalformedInput(Measurements.NAME + " line " + line, offset, expected, "'" + shown + "'");
    }
}
