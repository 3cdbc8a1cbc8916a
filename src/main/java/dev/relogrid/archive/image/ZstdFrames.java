package dev.relogrid.archive.image;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import dev.relogrid.engine.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;

/** One or several zstd frames after another, and anything else behind them. */
final class ZstdFrames {
    private static final int FRAME = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;

    private ZstdFrames() {}

    static byte[] unpack(byte[] data, Budget budget) throws IOException {
        try (var in = new ZstdInputStream(Budget.stream(data, 0, end(data)))) {
            return budget.drain(in);
        }
    }

    /** Where the last whole frame ends. */
    private static int end(byte[] data) throws IOException {
        Bytes bytes = Bytes.of("zstd frames", data, ByteOrder.LITTLE_ENDIAN);
        int end = 0;
        while (end <= data.length - 4 && isFrame(bytes.i32(end))) {
            long size = Zstd.findFrameCompressedSize(data, end);
            if (Zstd.isError(size) || size > data.length - end) {
                throw new IOException("the frame at offset " + end + " is damaged or ends early");
            }
            end += (int) size;
        }
        return end;
    }

    private static boolean isFrame(int magic) {
        return magic == FRAME || (magic & ~0xf) == SKIPPABLE;
    }
}
