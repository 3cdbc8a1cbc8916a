package dev.relogrid.matrix.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the system, run to its end. Its environment is ours without what would lead PostgreSQL elsewhere. */
record Command(List<String> words) {

    /** How a program ended. */
    record End(int code, String output) {}

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    static Command of(List<String> prefix, String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return new Command(List.copyOf(all));
    }

    /** Ready to start, with what it prints going to one place, in a folder every user can be in. */
    ProcessBuilder builder() {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).directory(new File("/"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Runs it; a program that cannot be started ends with 127, as a shell would say. */
    End run() {
        try {
            Process process =
                    builder().redirectInput(Path.of("/dev/null").toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new End(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new End(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem("interrupted while " + words.getFirst() + " ran", e);
        }
    }

    boolean succeeds() {
        return run().code == 0;
    }

    /** What it printed; anything but success is a problem. */
    String output() {
        End end = run();
        if (end.code != 0) {
            throw new DatabaseProblem("`" + String.join(" ", words) + "` ended with " + end.code + ": " + end.output);
        }
        return end.output;
    }
}
