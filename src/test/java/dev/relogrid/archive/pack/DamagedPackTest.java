package dev.relogrid.archive.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.pack.Packed.Raw;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.RandomTypes;
import dev.relogrid.fixture.Words;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that is not what it was says so and where, whichever byte it is; what it still answers is what it answered. */
final class DamagedPackTest {
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
    private static final byte[] CONFIG = "CONFIG_BPF=y\nCONFIG_HZ=250\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SYMBOLS = "T do_exit\nD jiffies\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WHOLE = pack();

    @TempDir
    private Path dir = Path.of("");

    private static byte[] pack() {
        PackBuilder builder = new PackBuilder();
        for (int i = 0; i < 4; i++) {
            BtfBuilder types = new RandomTypes(7, 150, "").types.mutated(new Random(i), 10 * i);
            BtfBuilder module = BtfBuilder.over(types);
            module.pointer(module.struct("of_the_module", 8, BtfBuilder.member("x", 1, 0)));
            Raw kernel = new Raw("k" + i, types.bytes(LE), new TreeMap<>(Map.of("m", module.bytes(LE))));
            builder.add(kernel.contents(CONFIG, SYMBOLS));
        }
        return builder.build();
    }

    /** All its answers, or that it is malformed; any other exception ends the test. */
    private List<byte[]> answers(byte[] bytes) throws IOException {
        Path file = Files.write(dir.resolve("damaged.pack"), bytes);
        List<byte[]> answers = new ArrayList<>();
        Pack pack = Pack.open(file);
        pack.verify();
        for (int i = 0; i < pack.kernels().size(); i++) {
            answers.add(pack.kernels().get(i).toString().getBytes(StandardCharsets.UTF_8));
            answers.add(pack.vmlinux(i));
            answers.addAll(pack.modules(i).values());
            answers.add(String.valueOf(pack.config(i)).getBytes(StandardCharsets.UTF_8));
            answers.add(String.valueOf(pack.kernelSymbols(i)).getBytes(StandardCharsets.UTF_8));
        }
        return answers;
    }

    private MalformedInput refused(byte[] bytes) {
        return assertThrows(MalformedInput.class, () -> answers(bytes));
    }

    /** A bit may be one that zstd passes over; then nothing else is. */
    private boolean isNoticed(byte[] bytes, List<byte[]> whole) throws IOException {
        List<byte[]> found;
        try {
            found = answers(bytes);
        } catch (MalformedInput e) {
            assertTrue(e.section().startsWith("pack "), e::getMessage);
            return true;
        }
        assertEquals(whole.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            assertArrayEquals(whole.get(i), found.get(i));
        }
        return false;
    }

    @Test
    void anyFlippedBit() throws IOException {
        List<byte[]> whole = answers(WHOLE);
        Random random = new Random(1);
        int tried = 0;
        int noticed = 0;
        for (int at = 0; at < WHOLE.length; at += at < PackHeader.SIZE ? 1 : 1 + random.nextInt(4)) {
            noticed += isNoticed(Words.poke8(WHOLE, at, WHOLE[at] ^ 1 << random.nextInt(8)), whole) ? 1 : 0;
            tried++;
        }
        int passedOver = tried - noticed;
        assertTrue(passedOver < 10, () -> passedOver + " flipped bits made no difference");
    }

    @Test
    void everyByteOfTheIndexes() throws IOException {
        List<byte[]> whole = answers(WHOLE);
        int passedOver = 0;
        for (PackHeader.Entry section :
                PackHeader.read("pack", WHOLE, WHOLE.length).sections()) {
            for (int at = 0; at < section.index(); at++) {
                int byteAt = (int) section.offset() + at;
                passedOver += isNoticed(Words.poke8(WHOLE, byteAt, ~WHOLE[byteAt]), whole) ? 0 : 1;
            }
        }
        assertEquals(0, passedOver);
    }

    @Test
    void cutAndContinued() {
        for (PackHeader.Entry section :
                PackHeader.read("pack", WHOLE, WHOLE.length).sections()) {
            int start = (int) section.offset();
            for (int end : new int[] {start - 1, start, start + section.index(), start + (int) section.length() / 2}) {
                refused(Arrays.copyOf(WHOLE, end));
            }
        }
        refused(new byte[0]);
        refused(Arrays.copyOf(WHOLE, 7));
        refused(Arrays.copyOf(WHOLE, PackHeader.SIZE - 1));
        assertEquals(
                "1 bytes more", refused(Arrays.copyOf(WHOLE, WHOLE.length + 1)).found());
    }

    @Test
    void headersOfOthers() {
        assertEquals("the magic RELOPACK", refused(Words.poke8(WHOLE, 3, 'X')).expected());
        assertEquals(
                "version 2", refused(checked(Words.poke32(WHOLE, 8, 2, LE))).found());
        assertEquals(
                "4 sections", refused(checked(Words.poke32(WHOLE, 12, 0, LE))).expected());
        assertEquals(
                "4 sections", refused(checked(Words.poke32(WHOLE, 12, 5, LE))).expected());
        for (int field = 16; field < PackHeader.SIZE - 4; field += 4) {
            refused(checked(Words.poke32(WHOLE, field, -1, LE)));
            refused(checked(Words.poke32(WHOLE, field, 0x7fff_ffff, LE)));
        }
    }

    /** The header with a checksum that fits. */
    private static byte[] checked(byte[] pack) {
        CRC32C crc = new CRC32C();
        crc.update(pack, 0, PackHeader.SIZE - 4);
        return Words.poke32(pack, PackHeader.SIZE - 4, (int) crc.getValue(), LE);
    }

    @Test
    void indexesThatLie() {
        SectionWriter.Finished one = new LyingPack(1).section(SectionTag.DEFS);
        int frame = one.frames().length;
        for (long[] lie : new long[][] {
            {1L << 40, frame, 20, 3, 0},
            {2, frame, 20, 3, 0},
            {1, frame + 1L, 20, 3, 0},
            {1, -1, 20, 3, 0},
            {1, frame, 1L << 30, 3, 0},
            {1, frame, 1 << 26, 3, 0},
            {1, frame, 20, 1 << 26, 0},
            {1, frame, 20, -1, 0},
            {1, frame, 20, 3, 1 << 20},
            {0},
            {}
        }) {
            Output index = new Output();
            Arrays.stream(lie).forEach(index::number);
            refused(withDefinitions(index.toArray(), one.frames()));
        }
        refused(withRawIndex(new byte[0], one.frames()));
        refused(withRawIndex(one.frames(), one.frames()));
    }

    @Test
    void aFrameThatClaimsAGibibyte() {
        byte[] claim = new Words(LE)
                .u32(0xfd2fb528)
                .u8(0xa4)
                .u32(1 << 30)
                .u8(0x03)
                .u16(0x1000)
                .u8(0)
                .u32(0)
                .bytes();
        MalformedInput index = refused(withRawIndex(claim, claim));
        assertTrue(index.getMessage() != null && index.getMessage().contains("section DEFS index"), index::getMessage);
        byte[] honest = new Output()
                .number(1)
                .number(claim.length)
                .number(20)
                .number(3)
                .number(0)
                .toArray();
        MalformedInput block = refused(withDefinitions(honest, claim));
        assertTrue(
                block.getMessage() != null && block.getMessage().contains("section DEFS block 0"), block::getMessage);
    }

    private static byte[] withDefinitions(byte[] index, byte[] frames) {
        return withRawIndex(SectionWriter.compress(index), frames);
    }

    private static byte[] withRawIndex(byte[] index, byte[] frames) {
        LyingPack pack = new LyingPack(1);
        return LyingPack.bytes(
                pack.section(SectionTag.KERN),
                pack.section(SectionTag.SYMS),
                new SectionWriter.Finished(SectionTag.DEFS, 3, index, frames),
                pack.section(SectionTag.ORDR));
    }
}
