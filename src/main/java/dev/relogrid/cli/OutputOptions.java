package dev.relogrid.cli;

import dev.relogrid.gate.Suite;
import dev.relogrid.gate.render.Form;
import dev.relogrid.gate.render.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where else a report goes, and how much of it to the screen; a mixin. */
final class OutputOptions {
    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description =
                    "Also write the report to FILE in a form of --format's (but relos). Repeatable: all forms say the "
                            + "same, from one analysis.")
    private Map<Form, Path> files = new LinkedHashMap<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print the last line only: what it comes to.")
    private boolean quiet;

    boolean quiet() {
        return quiet;
    }

    /** Whether the report is wanted in that form. */
    boolean wants(Form form) {
        return files.containsKey(form);
    }

    /** Whether nothing is wanted but what goes to the screen. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Writes every file, each whole or not at all. */
    void write(Suite suite, Rendering rendering) {
        write(form -> form.render(suite, rendering));
    }

    /** The same from documents there are; none is written before all are there. */
    void write(Function<Form, String> documents) {
        Iterator<String> texts = files.keySet().stream().map(documents).toList().iterator();
        files.values().forEach(file -> write(file, texts.next()));
    }

    private static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoAnswer("--output " + file + ": there is no folder " + folder);
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text); // a device or a pipe takes no other's place
                return;
            }
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            try {
                Files.writeString(unfinished, text);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw NoAnswer.about(file, e);
        }
    }
}
