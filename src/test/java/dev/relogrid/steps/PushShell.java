package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shells that run {@code ci/push}. */
enum PushShell {
    DASH,
    BASH,
    /** Which has nothing but BusyBox's own programs and curl, as in the smallest containers. */
    BUSYBOX;

    private static final Path SCRIPT = Workspace.HOME.resolve("ci/push");

    /** Runs the script in a folder. */
    Shell push(Workspace workspace, Map<String, String> environment, String... objects) {
        List<String> command = new ArrayList<>(
                switch (this) {
                    case DASH -> List.of("dash");
                    case BASH -> List.of("bash", "--posix");
                    case BUSYBOX -> List.of(program("busybox").toString(), "sh");
                });
        command.add(SCRIPT.toString());
        command.addAll(List.of(objects));
        Map<String, String> all = new HashMap<>(environment);
        if (this == BUSYBOX) {
            all.put("PATH", only(workspace).toString());
        }
        return Shell.run(workspace.folder(), all, command);
    }

    private static Path only(Workspace workspace) {
        try {
            Path folder = workspace.folder().resolveSibling("busybox");
            if (Files.notExists(folder)) {
                Files.createDirectory(folder);
                stub(folder, "curl", program("curl").toString());
                for (String name : List.of("cat", "mktemp", "od", "rm", "sed", "sha256sum", "sleep", "tail", "tr")) {
                    stub(folder, name, program("busybox") + " " + name);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stub(Path folder, String name, String command) throws IOException {
        Path script = folder.resolve(name);
        Files.writeString(script, "#!" + program("busybox") + " sh\nexec " + command + " \"$@\"\n");
        assertTrue(script.toFile().setExecutable(true));
    }

    private static Path program(String name) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        throw new IllegalStateException(name + " is not installed: run ci/setup");
    }
}
