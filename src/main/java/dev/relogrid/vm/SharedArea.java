package dev.relogrid.vm;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The memory a guest and we have in common: a file to us, a device to it. We write one page of header and the input; it
 * writes the rest of the header and, behind the input, what it has to say. Nothing in it is ours to trust once a guest
 * runs: what we laid out is remembered here and never read back.
 */
final class SharedArea implements AutoCloseable {
    /** "VBPFSHM1" */
    private static final long MAGIC = 0x314d485346504256L;

    private static final int VERSION = 1;
    private static final int PAGE = 4096;
    /** Where the guest's part of the header starts. */
    private static final int STATE = 56;

    private static final int STATE_LENGTH = 40;
    private static final int TRIES = 50;

    private final RandomAccessFile file;
    private final long outOff;
    private final long outCapacity;

    private SharedArea(RandomAccessFile file, long outOff, long outCapacity) {
        this.file = file;
        this.outOff = outOff;
        this.outCapacity = outCapacity;
    }

    /** What a guest says of itself between frames. All of it may be lies. */
    record State(long outPos, long heartbeat, int currentObject, int lost) {}

    /** How large the area for that input is: a device's memory is a power of two. */
    static long sizeFor(List<InputFrame> input, long outputBytes) {
        long wanted = PAGE + inputLength(input) + PAGE + outputBytes;
        long power = Long.highestOneBit(wanted);
        return power == wanted ? power : power * 2;
    }

    /** Lays out {@code input} in a new file of {@code size} bytes, as {@link #sizeFor} gave it. */
    static SharedArea create(Path path, List<InputFrame> input, long size) throws IOException {
        long inputLength = inputLength(input);
        long outOff = PAGE + (inputLength + PAGE - 1) / PAGE * PAGE;
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(size);
            file.seek(PAGE);
            int sequence = 0;
            for (InputFrame frame : input) {
                write(file, frame, sequence++);
            }
            file.seek(0);
            file.write(header(inputLength, outOff, size - outOff));
            return new SharedArea(file, outOff, size - outOff);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static long inputLength(List<InputFrame> input) {
        long length = 0;
        for (InputFrame frame : input) {
            length += frame.size();
        }
        return length;
    }

    private static byte[] header(long inputLength, long outOff, long outCapacity) {
        var out = new ByteArrayOutputStream();
        LittleEndian.put64(out, MAGIC);
        LittleEndian.put32(out, VERSION);
        LittleEndian.put32(out, PAGE);
        LittleEndian.put64(out, PAGE);
        LittleEndian.put64(out, inputLength);
        LittleEndian.put64(out, outOff);
        LittleEndian.put64(out, outCapacity);
        LittleEndian.put32(out, 1); // go: the input is complete
        LittleEndian.put32(out, 0); // do not wait after the boot
        return out.toByteArray();
    }

    private static void write(RandomAccessFile file, InputFrame frame, int sequence) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(frame.start());
        crc.update(frame.body());
        var out = new ByteArrayOutputStream();
        long length = (long) frame.start().length + frame.body().length;
        LittleEndian.put32(out, Frame.MAGIC);
        LittleEndian.put16(out, frame.type());
        LittleEndian.put16(out, 0);
        LittleEndian.put32(out, sequence);
        LittleEndian.put32(out, (int) crc.getValue());
        LittleEndian.put64(out, length);
        out.writeBytes(frame.start());
        file.write(out.toByteArray());
        file.write(frame.body());
        file.write(new byte[(int) (InputFrame.padded(length) - length)]);
    }

    /** Bytes a guest can say. */
    long outCapacity() {
        return outCapacity;
    }

    /**
     * The guest's part of the header. It may be writing while we read, and a number may then be half the old and half the
     * new one: what two readings agree on is whole.
     */
    State state() throws IOException {
        State before = readState();
        for (int i = 0; i < TRIES; i++) {
            State now = readState();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw new MalformedInput("shared header", STATE, "a state that holds for a moment", "another at every look");
    }

    private State readState() throws IOException {
        Bytes in = read("shared header", STATE, STATE_LENGTH);
        return new State(in.i64(8), in.i64(16), in.i32(24), in.i32(36));
    }

    /** A copy of {@code length} bytes of what the guest said. */
    Bytes said(String name, long off, int length) throws IOException {
        if (off < 0 || length < 0 || off > outCapacity || length > outCapacity - off) {
            throw new MalformedInput(name, off, "a range inside " + outCapacity + " bytes", length + " bytes");
        }
        return read(name, outOff + off, length);
    }

    private Bytes read(String name, long off, int length) throws IOException {
        byte[] copy = new byte[length];
        file.seek(off);
        try {
            file.readFully(copy);
        } catch (EOFException e) {
            throw new MalformedInput(name, off, length + " bytes", "the end of the file");
        }
        return Bytes.of(name, copy, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
