package dev.relogrid.cli;

import dev.relogrid.gate.SourcePaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How paths a compiler wrote become paths of the repository, which is the current folder; a mixin. */
final class SourceOptions {
    @Option(
            names = "--source-root",
            paramLabel = "DIR",
            description =
                    "Where the objects were compiled: what comes before paths of the repository in what the compiler "
                            + "wrote. Without it the longest end of a path that is a file here.")
    private @Nullable Path root;

    private final Map<String, String> known = new HashMap<>();

    /** Looks at files only where the answer depends on it, each once. */
    SourcePaths paths() {
        return file -> {
            String path = known.computeIfAbsent(file, this::find);
            return path.isEmpty() ? null : path;
        };
    }

    /** Empty where there is none. */
    private String find(String file) {
        Path path = Path.of(file).normalize();
        if (root != null && path.startsWith(root.normalize())) {
            return text(root.normalize().relativize(path));
        }
        for (int skip = 0; skip < path.getNameCount(); skip++) {
            Path end = path.subpath(skip, path.getNameCount());
            if (!end.startsWith("..") && Files.isRegularFile(end)) {
                return text(end);
            }
        }
        return "";
    }

    private static String text(Path path) {
        return path.toString().replace('\\', '/');
    }
}
