package dev.relogrid.archive.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.archive.KernelId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real kernels that ci/fetch-corpus left, as packages and as files. */
final class SampleImages {
    private static final Path KERNELS = Path.of("target/corpus/kernels");

    private SampleImages() {}

    /** The only kernel of that suite and architecture: {@code vmlinuz}, {@code config}, {@code modules/}. */
    static Path corpus(String suiteAndArch) throws IOException {
        List<Path> folders = list(KERNELS.resolve(suiteAndArch));
        assertEquals(1, folders.size(), () -> "kernels of " + suiteAndArch + "; ./relogrid test fetches them");
        return folders.getFirst();
    }

    static KernelId id(String suiteAndArch) throws IOException {
        return KernelId.of("debian/" + suiteAndArch + "/" + corpus(suiteAndArch).getFileName());
    }

    static List<Path> list(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.sorted().toList();
        }
    }

    /** A package as Debian's, of these files below {@code root}. */
    static Path deb(Path root, Path to) throws IOException, InterruptedException {
        Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, """
                Package: linux-image-test
                Version: 6.1-1
                Architecture: amd64
                Maintainer: Debian Kernel Team <debian-kernel@lists.debian.org>
                Description: a kernel
                """);
        Process process = new ProcessBuilder(
                        "dpkg-deb", "--root-owner-group", "-Znone", "-b", root.toString(), to.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return to;
    }

    /** The files of a kernel where Debian's packages have them. */
    static Path tree(Path root, String suiteAndArch) throws IOException {
        Path kernel = corpus(suiteAndArch);
        String release = kernel.getFileName().toString();
        Path boot = Files.createDirectories(root.resolve("boot"));
        Files.copy(kernel.resolve("vmlinuz"), boot.resolve("vmlinuz-" + release));
        Files.copy(kernel.resolve("config"), boot.resolve("config-" + release));
        Path modules = Files.createDirectories(root.resolve("lib/modules/" + release + "/kernel"));
        for (Path module : list(kernel.resolve("modules"))) {
            Files.copy(module, modules.resolve(module.getFileName()));
        }
        return root;
    }
}
