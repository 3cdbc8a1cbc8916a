package dev.relogrid.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a booted kernel did with real objects; the files themselves say how they were made.
 *
 * @param id in the archive
 * @param objects by hash
 */
record BootedKernel(String id, List<BootedObject> objects) {
    private static final Path FOLDER = Path.of("src/test/resources/booted");
    static final List<String> RELEASES = List.of("5.10.0-46-amd64", "6.1.0-50-amd64");

    /**
     * One object.
     *
     * @param sha256 of its bytes, hex
     * @param source package and version
     * @param name of the object
     * @param openErrno 0 when libbpf opened it
     * @param programs in the object's order
     */
    record BootedObject(String sha256, String source, String name, int openErrno, List<Tried> programs) {}

    /** One program, tried on its own. */
    record Tried(String name, String section, BootedEnd end, String reason) {}

    static BootedKernel of(String release) throws IOException {
        String id = "";
        List<BootedObject> objects = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(release + ".tsv"), StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "kernel" -> id = cells[1];
                case "object" ->
                    objects.add(new BootedObject(
                            cells[1], cells[2], cells[3], Integer.parseInt(cells[4]), new ArrayList<>()));
                case "map" -> {} // the engine, too, takes it that loaders give sizes to maps that have none
                case "program" ->
                    objects.getLast()
                            .programs()
                            .add(new Tried(cells[1], cells[2], BootedEnd.of(cells[4], cells[6]), cells[6]));
                default -> {
                    if (!line.startsWith("#")) {
                        throw new IOException(release + ": not understood: " + line);
                    }
                }
            }
        }
        return new BootedKernel(id, objects);
    }
}
