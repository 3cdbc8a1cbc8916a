package dev.relogrid.cli;

import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * An object named on the command line.
 *
 * @param name the path as given, and where in that file it is if not all of it
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ObjectFile(String name, byte[] content) {

    /**
     * All objects in what somebody named.
     *
     * @throws NoAnswer when it cannot be read
     */
    static List<ObjectFile> in(Path path) {
        return List.of(new ObjectFile(path.toString(), InputFile.read(path)));
    }

    /** Called {@code object} in errors, which say its name besides. */
    Bytes bytes() {
        return Bytes.of("object", content, ByteOrder.LITTLE_ENDIAN);
    }

    String sha256() {
        return Sha256.of(content);
    }
}
