package dev.relogrid.accuracy;

import dev.relogrid.archive.KernelId;
import dev.relogrid.vm.BootEnd;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.BootedObject.FixedMap;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.GuestLog;
import dev.relogrid.vm.GuestStage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * What a booted kernel did with real objects; the files themselves say how they were made.
 *
 * @param id in the archive
 * @param objects by hash; each is named by its package and its own name
 */
record BootedKernel(String id, List<BootedObject> objects) {
    /** Between lines that stand in one. */
    static final String BREAK = " \u23ce ";

    private static final Path FOLDER = Path.of("src/test/resources/booted");
    private static final String SUFFIX = ".tsv.xz";

    static Path file(String id) {
        return FOLDER.resolve(id.substring(id.lastIndexOf('/') + 1) + SUFFIX);
    }

    /** All there are, by file name. */
    static List<BootedKernel> all() throws IOException {
        List<BootedKernel> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(SUFFIX)).toList()) {
                all.add(read(file));
            }
        }
        all.sort(Comparator.comparing(kernel -> KernelId.of(kernel.id())));
        return all;
    }

    String release() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return release();
    }

    private static BootedKernel read(Path file) throws IOException {
        String id = "";
        List<BootedObject> objects = new ArrayList<>();
        for (String line : lines(file)) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "kernel" -> id = cells[1];
                case "object" ->
                    objects.add(new BootedObject(
                            cells[2],
                            cells[1],
                            Integer.parseInt(cells[3]),
                            "",
                            new ArrayList<>(),
                            new ArrayList<>(),
                            BootEnd.DONE));
                case "map" -> objects.getLast().fixedMaps().add(new FixedMap(cells[1], Long.parseLong(cells[2]), 0));
                case "program" -> objects.getLast().programs().add(program(cells));
                default -> {
                    if (!line.startsWith("#")) {
                        throw new IOException(file + ": not understood: " + line);
                    }
                }
            }
        }
        return new BootedKernel(id, objects);
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = new XZInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static BootedProgram program(String[] cells) {
        return new BootedProgram(
                cells[1],
                cells[2],
                BootedProgram.Outcome.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                GuestStage.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                Integer.parseInt(cells[5]),
                cells[6],
                0,
                null,
                null,
                log(cells[7]),
                null);
    }

    /** The last lines of the verifier's log, which stand in one. */
    private static @Nullable GuestLog log(String lines) {
        String text = lines.replace(BREAK, "\n");
        return text.isEmpty() ? null : new GuestLog(text.length(), text, "");
    }
}
