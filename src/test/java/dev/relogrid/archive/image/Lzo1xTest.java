package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every instruction of LZO1X, one at a time; streams as lzop writes them, put together by hand. */
final class Lzo1xTest {
    private static final String END = "110000";

    record Case(String name, String packed, String unpacked) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Case> GOOD = List.of(
            new Case("first literals", "16" + text("abcde") + END, "abcde"),
            new Case("first literals up to three", "14" + text("abc") + END, "abc"),
            new Case("run of literals", "01" + text("abcd") + END, "abcd"),
            new Case("long run of literals", "0001" + text("abcdefghijklmnopqrs") + END, "abcdefghijklmnopqrs"),
            new Case("copy of 3 within 2 kB", "16" + text("abcde") + "4c00" + END, "abcdebcd"),
            new Case("copy of 4, two literals", "16" + text("abcde") + "7200" + text("XY") + END, "abcdeabcdXY"),
            new Case("copy of 5 to 8, overlapping", "16" + text("abcde") + "e000" + END, "abcde" + "e".repeat(8)),
            new Case("copy within 16 kB", "16" + text("abcde") + "231000" + END, "abcdeabcde"),
            new Case("long copy within 16 kB", "16" + text("abcde") + "20010000" + END, "abcde" + "e".repeat(34)),
            new Case("short copy after literals", "13" + text("ab") + "0400" + END, "abab"),
            new Case(
                    "copy of 3 from beyond 2 kB after a run",
                    "00" + "00".repeat(7) + "fa" + text(letters(2053)) + "0000" + END,
                    letters(2053) + letters(7).substring(4)),
            new Case(
                    "copy from beyond 16 kB",
                    "00" + "00".repeat(64) + "3e" + text(letters(16400)) + "110400" + END,
                    letters(16400) + letters(18).substring(15)));

    static final List<Case> BAD = List.of(
            new Case("copy from before the start", "16" + text("abcde") + "4c01" + END, ""),
            new Case("literals beyond the end", "30" + text("abcde"), ""),
            new Case("no end marker", "16" + text("abcde"), ""),
            new Case("empty", "", ""));

    @ParameterizedTest
    @FieldSource("GOOD")
    void unpacks(Case good) throws IOException {
        byte[] packed = Containers.hex(good.packed);
        Output out = new Output(new Budget("test", packed.length));

        Lzo1x.unpack(packed, 0, packed.length, out);

        assertArrayEquals(good.unpacked.getBytes(StandardCharsets.US_ASCII), out.toArray());
    }

    @ParameterizedTest
    @FieldSource("BAD")
    void refuses(Case bad) throws IOException {
        byte[] file = Containers.lzop(Containers.hex(bad.packed), 1000);

        assertThrows(MalformedInput.class, () -> KernelImage.extract(bad.name, file));
    }

    private static String letters(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('a' + i % 23));
        }
        return text.toString();
    }

    private static String text(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
