package dev.relogrid.cli;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a command has no answer. The message is a sentence that begins with what it is about, without a full stop. */
final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(String sentence) {
        super(sentence);
    }

    private NoAnswer(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A file's bytes are not what they should be. */
    static NoAnswer about(String file, MalformedInput cause) {
        return new NoAnswer(file + ": " + cause.getMessage(), cause);
    }

    /** A file that cannot be read or written. */
    static NoAnswer about(Path file, IOException cause) {
        return new NoAnswer(file + ": " + reason(file, cause), cause);
    }

    private static String reason(Path file, IOException cause) {
        return switch (cause) {
            case NoSuchFileException e -> "no such file";
            case AccessDeniedException e -> "permission denied";
            default -> {
                String message = String.valueOf(cause.getMessage());
                String prefix = file + ": ";
                yield message.startsWith(prefix) ? message.substring(prefix.length()) : message;
            }
        };
    }
}
