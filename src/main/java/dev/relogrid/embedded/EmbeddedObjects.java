package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * All eBPF objects in what somebody names: an object itself; a program or any other file that carries objects as data
 * (libbpf skeletons, Go's {@code embed}, Rust's {@code include_bytes}); static libraries, tar, zip, cpio, Debian and rpm
 * packages, container images as folders and as archives, and folders, in one another and compressed with gzip, xz,
 * zstd or bzip2.
 *
 * <p>Of an image all layers count: a file that a later layer replaces or removes is found all the same.
 *
 * <p>Nothing is kept of what is read but the objects; {@link Limits} bound them, and what bombs unpack to.
 */
public final class EmbeddedObjects {
    private EmbeddedObjects() {}

    /**
     * What is in a file or folder.
     *
     * @throws IOException when it cannot be opened or read at all; what is wrong with parts of it is in {@link
     *     Found#unopened}
     */
    public static Found in(Path path, Limits limits) throws IOException {
        if (!Files.isDirectory(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                return in(path.toString(), in, limits);
            }
        }
        Basket basket = new Basket(limits);
        new FolderWalk(basket, (name, in) -> file(name, in, basket, limits)).walk(path);
        return basket.found(path.toString(), "a folder of " + Basket.files(basket.files()));
    }

    /**
     * What is in a file that has this name.
     *
     * @throws IOException when {@code in} cannot be read
     */
    public static Found in(String name, InputStream in, Limits limits) throws IOException {
        Basket basket = new Basket(limits);
        return basket.found(name, file(name, in, basket, limits));
    }

    private static String file(String name, InputStream raw, Basket basket, Limits limits) throws IOException {
        Meter meter = new Meter(limits);
        Metered in = Metered.file(raw, meter);
        try {
            return new Visit(basket, meter).into(name, in, 0);
        } catch (MalformedInput | Exceeded e) {
            basket.unopened(name, Trouble.clause(e));
        } catch (IOException e) {
            if (in.failed()) {
                throw e;
            }
            basket.unopened(name, Trouble.clause(e));
        }
        return "a file that could not be read to its end";
    }
}
