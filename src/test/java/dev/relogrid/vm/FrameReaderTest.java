package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas as guests leave them, and as no guest should. */
final class FrameReaderTest {
    private static final int OUT = 8192;
    private static final long SIZE = 1 << 20;
    private static final List<byte[]> PAYLOADS =
            List.of(Said.json("{}"), new byte[0], Said.json("12345678"), new byte[5000], Said.json("last"));

    @TempDir
    private Path dir = Path.of("");

    /** A guest's output: the frames, one after the other. */
    private static byte[] said() {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            out.writeBytes(Said.frame(i + 1, i, PAYLOADS.get(i)));
        }
        return out.toByteArray();
    }

    /** What is read when a guest left {@code said} and told that it ends at {@code end}. */
    private List<Frame> read(byte[] said, long end) throws IOException {
        Path file = dir.resolve("area");
        Files.deleteIfExists(file);
        try (SharedArea area = SharedArea.create(file, List.of(), SIZE)) {
            try (RandomAccessFile guest = new RandomAccessFile(file.toFile(), "rw")) {
                guest.seek(OUT - 4096);
                guest.write(said);
                guest.seek(64);
                guest.write(Said.number(end));
            }
            List<Frame> frames = new ArrayList<>();
            FrameReader reader = new FrameReader(area);
            long told = area.state().outPos();
            for (Frame frame = reader.next(told); frame != null; frame = reader.next(told)) {
                frames.add(frame);
            }
            return frames;
        }
    }

    @Test
    void allFramesInOrder() throws IOException {
        byte[] said = said();
        List<Frame> frames = read(said, said.length);
        assertEquals(PAYLOADS.size(), frames.size());
        for (int i = 0; i < frames.size(); i++) {
            assertEquals(i + 1, frames.get(i).type());
            assertArrayEquals(PAYLOADS.get(i), frames.get(i).payload());
        }
    }

    @Test
    void endsThatCannotBe() {
        byte[] said = said();
        for (long end : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 60, SIZE, 8, said.length - 8}) {
            assertThrows(MalformedInput.class, () -> read(said, end), "end " + end);
        }
    }

    @Test
    void lengthsThatCannotBe() {
        for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, Frame.MAX_PAYLOAD + 1}) {
            byte[] said = said();
            System.arraycopy(Said.number(length), 0, said, 16, 8);
            MalformedInput error = assertThrows(MalformedInput.class, () -> read(said, said.length));
            assertEquals("guest's frame 0", error.section());
        }
    }

    @Test
    void sequenceWithAGap() {
        byte[] said = said();
        said[8] = 1;
        MalformedInput error = assertThrows(MalformedInput.class, () -> read(said, said.length));
        assertEquals(
                "guest's frame 0 at offset 0x0: expected sequence number 0x0, found 0x1",
                String.valueOf(error.getMessage()));
    }

    /** Damage anywhere gives an error, or frames that are the ones that were sent. */
    @Test
    void randomDamage() throws IOException {
        Random random = new Random(42);
        int errors = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] said = said();
            for (int i = random.nextInt(3); i >= 0; i--) {
                said[random.nextInt(said.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                List<Frame> frames = read(said, said.length);
                for (int i = 0; i < frames.size(); i++) {
                    assertArrayEquals(PAYLOADS.get(i), frames.get(i).payload());
                }
            } catch (MalformedInput e) {
                errors++;
            }
        }
        assertTrue(errors > 2000, "errors: " + errors);
    }
}
