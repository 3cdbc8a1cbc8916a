package dev.relogrid.cli;

import dev.relogrid.archive.Sha256;
import dev.relogrid.embedded.EmbeddedObjects;
import dev.relogrid.embedded.Found;
import dev.relogrid.embedded.Limits;
import dev.relogrid.engine.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * An object named on the command line, or found in what is.
 *
 * @param name the path as given, and where in that file it is if not all of it
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ObjectFile(String name, byte[] content) {

    /**
     * All objects in what somebody named: a file, whatever it is, or a folder.
     *
     * @param notes takes sentences on what was passed over
     * @param unopened takes the name and the sentence of each part that could not be looked into
     * @throws NoAnswer when it cannot be read, or there is none
     */
    static List<ObjectFile> in(Path path, Consumer<String> notes, BiConsumer<String, NoAnswer> unopened) {
        Found found = found(path);
        found.notes().forEach(notes);
        if (found.objects().isEmpty() && found.unopened().isEmpty()) {
            throw new NoAnswer(path + ": there is no eBPF object in it; it is " + found.taken());
        }
        found.unopened().forEach(part -> unopened.accept(part.name(), new NoAnswer(part.name() + ": " + part.why())));
        return found.objects().stream()
                .map(object -> new ObjectFile(object.name(), object.content()))
                .toList();
    }

    private static Found found(Path path) {
        try {
            return EmbeddedObjects.in(path, Limits.USUAL);
        } catch (IOException e) {
            throw NoAnswer.about(path, e);
        }
    }

    /** Called {@code object} in errors, which say its name besides. */
    Bytes bytes() {
        return Bytes.of("object", content, ByteOrder.LITTLE_ENDIAN);
    }

    String sha256() {
        return Sha256.of(content);
    }
}
