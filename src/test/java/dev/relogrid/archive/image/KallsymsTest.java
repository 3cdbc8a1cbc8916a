package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The tables of every layout, whole and damaged. */
final class KallsymsTest {
    static final List<KallsymsBuilder> LAYOUTS = List.of(
            new KallsymsBuilder(ByteOrder.LITTLE_ENDIAN, 8, false, false),
            new KallsymsBuilder(ByteOrder.LITTLE_ENDIAN, 8, true, false),
            new KallsymsBuilder(ByteOrder.LITTLE_ENDIAN, 8, false, true),
            new KallsymsBuilder(ByteOrder.LITTLE_ENDIAN, 4, true, false),
            new KallsymsBuilder(ByteOrder.BIG_ENDIAN, 8, false, false),
            new KallsymsBuilder(ByteOrder.BIG_ENDIAN, 8, true, true),
            new KallsymsBuilder(ByteOrder.BIG_ENDIAN, 4, false, false));

    /** The list as anybody would make it from the symbols themselves. */
    static String expected() {
        return KallsymsBuilder.symbols().stream()
                .sorted(Comparator.<String, String>comparing(symbol -> symbol.substring(1))
                        .thenComparing(symbol -> symbol.substring(0, 1)))
                .map(symbol -> symbol.charAt(0) + " " + symbol.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void allSymbolsAreFound(KallsymsBuilder layout) {
        byte[] image = Containers.arm64Image(layout.bytes());

        byte[] symbols = symbolsOf(KernelImage.contents("Image", image));

        assertEquals(expected(), new String(symbols, StandardCharsets.ISO_8859_1));
        assertEquals(KallsymsBuilder.SYMBOLS, SymbolList.count(symbols));
    }

    @Test
    void theirPlaceDoesNotMatter() {
        byte[] tables = LAYOUTS.getFirst().bytes();
        byte[] twice = Containers.concat(new byte[512], Arrays.copyOf(tables, tables.length / 2), new byte[12]);
        byte[] misleading =
                "\0000\0001\0002\0003\0004\0005\0006\0007\0008\0009\000".getBytes(StandardCharsets.US_ASCII);

        assertArrayEquals(
                Kallsyms.find(tables),
                Kallsyms.find(Containers.concat(misleading, twice, new byte[-misleading.length & 7], tables)));
    }

    @Test
    void otherFilesHaveNone() {
        assertNull(Kallsyms.find(new byte[0]));
        assertNull(Kallsyms.find(new byte[1 << 20]));
        assertNull(KernelImage.contents("veth.ko", Containers.elf(1, 62, ".text", new byte[16]))
                .symbols());
        assertNull(KernelImage.contents("vmlinux", Containers.elf(2, 62, ".text", new byte[16]))
                .symbols());
    }

    /** Whatever a damaged kernel has is null or a list; it is never an exception, nor does it take long. */
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyBitFlipEndsWell() {
        byte[] tables = LAYOUTS.getFirst().bytes();
        int lists = 0;
        for (int at = 0; at < tables.length; at += at < tables.length - 4096 ? 97 : 7) {
            byte[] damaged = tables.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            byte[] found = Kallsyms.find(damaged);
            if (found != null) {
                lists++;
                assertList(found);
            }
        }
        assertTrue(lists > 0, "none survived");
    }

    /** Much that looks like tables: digits everywhere, the same tables over and over with one wrong number each. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostileImagesAreGivenUpSoon() {
        byte[] digits = "0\0001\0002\0003\0004\0005\0006\0007\0008\0009\000".getBytes(StandardCharsets.US_ASCII);
        byte[] tables = LAYOUTS.getFirst().bytes();
        tables[64]++; // one symbol more than there are
        byte[] block = Containers.concat(digits, new byte[] {1, 1, 1, 1}, digits);

        assertNull(Kallsyms.find(repeated(digits, 1 << 20)));
        assertNull(Kallsyms.find(repeated(block, 1 << 19)));
        assertNull(Kallsyms.find(repeated(tables, 200)));
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int at = 0; at < all.length; at += part.length) {
            System.arraycopy(part, 0, all, at, part.length);
        }
        return all;
    }

    @Test
    void everyCutEndsWell() {
        byte[] tables = LAYOUTS.get(4).bytes();
        int whole = 0;
        for (int length = 0; length < tables.length; length += 17) {
            whole += Kallsyms.find(Arrays.copyOf(tables, length)) == null ? 0 : 1;
        }
        assertTrue(whole < 5, whole + " were found in a part of the tables");
        assertNotNull(Kallsyms.find(tables));
    }

    /** Fails when there are none. */
    static byte[] symbolsOf(KernelContents contents) {
        return Objects.requireNonNull(contents.symbols(), "no symbols");
    }

    static Stream<String> lines(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1).lines();
    }

    static void assertList(byte[] text) {
        String previous = "";
        for (String line : lines(text).toList()) {
            assertTrue(line.matches("[A-Za-z?] [^ \t]+"), line);
            String name = line.substring(2);
            assertTrue(previous.compareTo(name) <= 0, () -> name + " is out of order");
            previous = name;
        }
    }
}
