package dev.relogrid.vm;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The logs that come before a program's own frame. */
final class HeardLogs {
    private static final int HEADER = 32;
    private static final int VERIFIER = 1;
    private static final int LIBBPF = 2;

    private int object = -1;
    private int program = -1;
    private @Nullable GuestLog verifier;
    private @Nullable GuestLog libbpf;

    /** Bytes of a frame: object, program, kind, 0; bytes it had, bytes of its head; head; tail. */
    void heard(byte[] payload) {
        Bytes in = Bytes.of("log frame", payload, ByteOrder.LITTLE_ENDIAN);
        if (in.i32(0) != object || in.i32(4) != program) {
            verifier = null;
            libbpf = null;
            object = in.i32(0);
            program = in.i32(4);
        }
        long total = in.i64(16);
        long head = in.i64(24);
        int kept = payload.length - HEADER;
        if (kept < 0 || head < 0 || head > kept || total < kept) {
            throw new MalformedInput("log frame", 16, "a log that holds its head and its tail", total + ", " + head);
        }
        GuestLog log = new GuestLog(
                total, text(payload, HEADER, (int) head), text(payload, HEADER + (int) head, kept - (int) head));
        int kind = in.i32(8);
        if (kind == VERIFIER) {
            verifier = log;
        } else if (kind == LIBBPF) {
            libbpf = log;
        }
    }

    private static String text(byte[] payload, int off, int length) {
        return new String(payload, off, length, StandardCharsets.ISO_8859_1);
    }

    @Nullable
    GuestLog verifierOf(int ofObject, int ofProgram) {
        return ofObject == object && ofProgram == program ? verifier : null;
    }

    @Nullable
    GuestLog libbpfOf(int ofObject, int ofProgram) {
        return ofObject == object && ofProgram == program ? libbpf : null;
    }
}
