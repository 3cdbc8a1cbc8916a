package dev.relogrid.cli;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A file named on the command line, read whole. Every error names the file as it was given. */
final class InputFile {
    /** No object and no BTF comes near it; a file beyond is a mistake, or meant to fill the memory. */
    private static final int LARGEST = 1 << 30;

    private InputFile() {}

    /** What {@code parse} makes of the file's bytes, which are called by {@code what} in errors. */
    static <T> T parse(Path file, String what, Function<Bytes, T> parse) {
        byte[] data = read(file);
        try {
            return parse.apply(Bytes.of(what, data, ByteOrder.LITTLE_ENDIAN));
        } catch (MalformedInput e) {
            throw NoAnswer.about(file.toString(), e);
        }
    }

    static byte[] read(Path file) {
        if (Files.isDirectory(file)) {
            throw new NoAnswer(file + ": expected a file, found a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] data = in.readNBytes(LARGEST + 1);
            if (data.length > LARGEST) {
                throw new NoAnswer(file + ": expected a file of at most 1 GiB, found a larger one");
            }
            return data;
        } catch (IOException e) {
            throw NoAnswer.about(file, e);
        }
    }
}
