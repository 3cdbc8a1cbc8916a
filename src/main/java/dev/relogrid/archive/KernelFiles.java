package dev.relogrid.archive;

import dev.relogrid.archive.image.ConfigText;
import dev.relogrid.archive.image.Extraction;
import dev.relogrid.archive.image.KernelContents;
import dev.relogrid.archive.image.KernelImage;
import dev.relogrid.archive.image.SymbolList;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kernels in files somebody names: anything {@link KernelImage} reads, or folders of it. A kernel is called by the
 * path of its file, beginning as it was given.
 */
public final class KernelFiles {
    private static final int MAX_FILE = 1 << 30;
    private static final Pattern MODULE_SUFFIX = Pattern.compile("(\\.btf|\\.ko)?(\\.(xz|zst|gz))?$");

    private KernelFiles() {}

    /** The kernels of all {@code paths}, in that order; {@link #open(Path)}. */
    public static List<StoredKernel> open(List<Path> paths) {
        List<StoredKernel> kernels = new ArrayList<>();
        for (Path path : paths) {
            kernels.addAll(open(path));
        }
        return kernels;
    }

    /**
     * A file is one kernel. A folder with a {@code vmlinux} (or {@code vmlinux.btf}, or one boot image) is one kernel
     * with its modules beside it, as in {@code /sys/kernel/btf}, or in {@code modules/}. Any other folder is searched
     * for kernels, as in a BTFHub tree. No file is read yet.
     *
     * @throws ArchiveProblem when there is no such file, or no kernel in the folder
     */
    public static List<StoredKernel> open(Path path) {
        if (Files.isDirectory(path)) {
            return KernelFolder.open(path);
        }
        if (!Files.exists(path)) {
            throw new ArchiveProblem("no such file: " + path);
        }
        return List.of(new StoredKernel(path.toString(), () -> extract(path), List::of));
    }

    /** The types in the file. */
    public static Extraction extract(Path file) throws IOException {
        return KernelImage.extract(file.toString(), read(file));
    }

    /** What is in the file. */
    public static KernelContents contents(Path file) throws IOException {
        return KernelImage.contents(file.toString(), read(file));
    }

    /** The text of a config file, which may be in gzip; {@link ConfigText#of}. */
    public static byte[] config(Path file) throws IOException {
        return ConfigText.of(file.toString(), read(file));
    }

    /** The kernel's own symbols in a System.map or a copy of /proc/kallsyms; {@link SymbolList#parse}. */
    public static byte @Nullable [] symbols(Path file) throws IOException {
        return SymbolList.parse(file.toString(), read(file));
    }

    /** Its size is not asked for beforehand: for files of /sys and pipes it says nothing. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_FILE + 1);
            if (bytes.length > MAX_FILE) {
                throw new MalformedInput(file.toString(), MAX_FILE, "a file of at most 1 GiB", "a larger one");
            }
            return bytes;
        }
    }

    /** What the kernel calls the module in that file: no suffixes, and underscores for dashes. */
    public static String moduleName(Path file) {
        return MODULE_SUFFIX
                .matcher(file.getFileName().toString())
                .replaceFirst("")
                .replace('-', '_');
    }
}
