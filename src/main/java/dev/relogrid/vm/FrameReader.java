package dev.relogrid.vm;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Takes frames out of a shared area in the order in which they were committed, each once. */
final class FrameReader {
    private final SharedArea area;
    private long position;
    private long sequence;

    FrameReader(SharedArea area) {
        this.area = area;
    }

    /**
     * The next frame that lies before {@code end}, the guest's own word for how far it has written, or null.
     *
     * @throws MalformedInput when it is not what a guest of ours writes; there is no way on from there
     */
    @Nullable
    Frame next(long end) throws IOException {
        if (end < position || end > area.outCapacity()) {
            throw new MalformedInput(
                    "shared header",
                    0,
                    "an end of output from " + position + " to " + area.outCapacity(),
                    Long.toUnsignedString(end));
        }
        if (end == position) {
            return null;
        }
        long left = end - position;
        if (left < Frame.HEADER) {
            throw damaged("a frame", left + " bytes");
        }
        Bytes header = area.said("frame header", position, Frame.HEADER);
        expect("magic", Frame.MAGIC & 0xffff_ffffL, header.u32(0));
        expect("sequence number", sequence & 0xffff_ffffL, header.u32(8));
        long length = header.i64(16);
        if (length < 0 || length > Frame.MAX_PAYLOAD || InputFrame.padded(length) > left - Frame.HEADER) {
            throw damaged("a payload of at most " + (left - Frame.HEADER) + " bytes", Long.toUnsignedString(length));
        }
        byte[] payload = area.said("frame payload", position + Frame.HEADER, (int) length)
                .toArray();
        CRC32 crc = new CRC32();
        crc.update(payload);
        expect("checksum", crc.getValue(), header.u32(12));
        position += Frame.HEADER + InputFrame.padded(length);
        sequence++;
        return new Frame(header.u16(4), payload);
    }

    private void expect(String what, long wanted, long found) {
        if (wanted != found) {
            throw damaged(what + " 0x" + Long.toHexString(wanted), "0x" + Long.toHexString(found));
        }
    }

    private MalformedInput damaged(String expected, String found) {
        return new MalformedInput("guest's frame " + sequence, position, expected, found);
    }
}
