package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** What is wrong, in a clause. */
final class Trouble {
    private Trouble() {}

    /** What a library meant by it; of ours is thrown as it is. */
    static IOException damage(RuntimeException e) {
        if (e instanceof MalformedInput || e instanceof Exceeded) {
            throw e;
        }
        return new IOException(e.toString(), e);
    }

    static String clause(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof MalformedInput || e instanceof Exceeded) {
            return message;
        }
        if (e instanceof EOFException) {
            return "expected it whole, found its end too early";
        }
        return e instanceof AccessDeniedException
                ? "permission denied"
                : "expected it intact, found it damaged (" + message + ")";
    }
}
