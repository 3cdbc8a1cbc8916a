package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Looks through a file of any kind for eBPF objects: programs carry theirs byte for byte as data, at any offset. Of the
 * file as much is kept as an object that begins there may need, at most twice the largest object; time is linear in
 * the file's length, whatever the headers in it claim.
 */
final class Scan {
    private static final int CHUNK = 1 << 20;
    private static final int MAGIC = 4;
    /** One object alone may have 65,535. */
    private static final int FREE_SECTIONS = 1 << 18;

    private final InputStream in;
    private final int largest;
    private byte[] buffer = new byte[CHUNK];
    /** What is kept of the file and not yet looked at; {@code before} bytes of the file came before the buffer. */
    private int from;

    private int to;
    private long before;
    private boolean ended;
    private long sections;
    private int leadingNowhere;

    Scan(InputStream in, int largest) {
        this.in = in;
        this.largest = largest;
    }

    /** Hands on each object in an array of its own, in file order. */
    void read(Consumer<byte[]> objects) throws IOException {
        while (toMagic()) {
            int length = length();
            if (length > 0) {
                objects.accept(Arrays.copyOfRange(buffer, from, from + length));
                from += length;
            } else {
                from += MAGIC;
            }
        }
    }

    /** How many headers of eBPF objects lead out of the file, or to no section. */
    int leadingNowhere() {
        return leadingNowhere;
    }

    private boolean toMagic() throws IOException {
        while (true) {
            int at = ElfMagic.find(buffer, from, to);
            if (at >= 0) {
                from = at;
                return true;
            }
            from = Math.max(from, to - (MAGIC - 1));
            if (!has(to - from + 1)) {
                return false;
            }
        }
    }

    /** Bytes of the object that begins here, or 0 when none does. */
    private int length() throws IOException {
        if (!has(ObjectExtent.HEADER) || !ObjectExtent.isHeader(here(ObjectExtent.HEADER))) {
            return 0;
        }
        ObjectExtent extent = ObjectExtent.of(Bytes.of("ELF header", head(), ByteOrder.LITTLE_ENDIAN), largest);
        long headers = extent.sections() == 0 ? -1 : extent.headersEnd();
        if (headers >= 0 && has((int) headers)) {
            spend(extent.sections());
            long end = extent.end(here((int) headers));
            if (end >= 0 && has((int) end)) {
                return (int) end;
            }
        }
        leadingNowhere++;
        return 0;
    }

    /** Objects do not overlap, so their section headers take 64 bytes of the file each; false ones may share theirs. */
    private void spend(int more) {
        sections += more;
        long most = FREE_SECTIONS + (before + to) / 16;
        if (sections > most) {
            throw new MalformedInput(
                    "file", before + from, "at most " + most + " section headers of eBPF objects so far", "more");
        }
    }

    private byte[] head() {
        return Arrays.copyOfRange(buffer, from, from + ObjectExtent.HEADER);
    }

    private Bytes here(int length) {
        return Bytes.of("file", buffer, ByteOrder.LITTLE_ENDIAN).slice("object", from, length);
    }

    /** Whether that many bytes follow, which are in the buffer then. */
    private boolean has(int count) throws IOException {
        while (to - from < count) {
            if (ended) {
                return false;
            }
            // step by step: a header may promise more than the file has
            makeRoom(Math.min(count, Math.max(CHUNK / 2, 2 * (to - from))));
            int got = in.read(buffer, to, buffer.length - to);
            ended = got < 0;
            to += Math.max(got, 0);
        }
        return true;
    }

    /** Moves at most as much as was passed since the last time, so all moving together is linear. */
    private void makeRoom(int count) {
        if (buffer.length - from >= count && to < buffer.length) {
            return;
        }
        byte[] next = count > buffer.length / 2 ? new byte[2 * count] : buffer;
        System.arraycopy(buffer, from, next, 0, to - from);
        buffer = next;
        before += from;
        to -= from;
        from = 0;
    }
}
