package dev.relogrid.web.api;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** An uploaded file with kernels, on the disk for as long as it takes to read it. */
record KernelFile(Path folder, Path file) implements AutoCloseable {
    private static final String HUB = ".btf.tar.xz";
    /** BTFHub's files are named by the folders they are in. */
    private static final int HUB_PARTS = 4;

    private static final String NONE = "kernel";
    private static final String PART = "[A-Za-z0-9][A-Za-z0-9.+~_-]{0,199}";

    /**
     * Writes the body to the disk.
     *
     * @param in the body
     * @param length how many bytes are told to come; -1 when that is not told
     * @param at a folder for such files, made when there is none
     * @param name as the sender calls it
     */
    static KernelFile receive(InputStream in, long length, Path at, String name) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(at), "kernel");
        KernelFile received = new KernelFile(folder, folder.resolve(path(name)));
        try {
            Files.createDirectories(received.file.resolveSibling("."));
            long written = Files.copy(in, received.file);
            if (length >= 0 && written < length) {
                throw ObjectBody.stopped(written);
            }
            return received;
        } catch (EOFException e) {
            long written = Files.exists(received.file) ? Files.size(received.file) : 0;
            received.close();
            throw ObjectBody.stopped(written);
        } catch (IOException | RuntimeException e) {
            received.close();
            throw e;
        }
    }

    /** Nothing of it leads anywhere else. */
    private static String path(String name) {
        List<String> parts = List.of(name.split("/", -1));
        List<String> last = parts.subList(Math.max(0, parts.size() - HUB_PARTS), parts.size());
        return last.stream().allMatch(part -> part.matches(PART)) ? String.join("/", last) : NONE;
    }

    /** @throws ApiException where nothing says which kernel the file has */
    void requireName(boolean given) {
        boolean named = folder.relativize(file).getNameCount() == HUB_PARTS;
        if (file.toString().endsWith(HUB) && !given && !named) {
            throw new ApiException(
                    ApiProblem.MALFORMED_INPUT,
                    "a file of BTFHub is named by its path: give ?name=distro/version/arch/release" + HUB
                            + ", or ?id=distro/suite/arch/release");
        }
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
