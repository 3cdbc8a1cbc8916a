package dev.relogrid.web.api;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.problem.BodyTooLarge;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the bytes of an upload, as many as an object may have. */
final class ObjectBody {
    private static final int AT_ONCE = 1 << 16;

    private ObjectBody() {}

    /**
     * All bytes.
     *
     * @param length how many are told to come; -1 when that is not told
     * @throws BodyTooLarge at the first byte too many
     * @throws ApiException when the sender stops early
     */
    static byte[] read(InputStream in, long length, long limit) throws IOException {
        if (length > limit) {
            throw new BodyTooLarge(limit);
        }
        // what is told is not believed: memory follows what has come
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(AT_ONCE);
        byte[] buffer = new byte[AT_ONCE];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
                if (bytes.size() > limit) {
                    throw new BodyTooLarge(limit);
                }
            }
        } catch (EOFException e) {
            throw stopped(bytes.size());
        }
        if (length >= 0 && bytes.size() < length) {
            throw stopped(bytes.size());
        }
        return bytes.toByteArray();
    }

    /** What is said to a sender who may be gone. */
    static ApiException stopped(long bytes) {
        return new ApiException(
                ApiProblem.BAD_REQUEST, "the body ended after " + bytes + " bytes, before it was complete");
    }
}
