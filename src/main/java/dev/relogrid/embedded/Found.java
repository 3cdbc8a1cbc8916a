package dev.relogrid.embedded;

import java.util.List;

/**
 * What is in something.
 *
 * @param taken what it was taken for, such as {@code an ELF file for x86-64}, {@code a Debian package of 12 files}
 * @param objects each content once, in a stable order: of folders by name, of archives and files as they stand there
 * @param notes sentences on what was passed over with good reason: further copies, headers that lead nowhere
 * @param unopened what could not be looked into; empty when the answer is complete
 */
public record Found(String taken, List<EmbeddedObject> objects, List<String> notes, List<Unopened> unopened) {
    public Found {
        objects = List.copyOf(objects);
        notes = List.copyOf(notes);
        unopened = List.copyOf(unopened);
    }
}
