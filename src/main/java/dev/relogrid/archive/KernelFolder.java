package dev.relogrid.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds kernels and modules in a folder by the names they usually have. */
final class KernelFolder {
    /** BTFHub has distro/version/arch/file. */
    private static final int MAX_DEPTH = 8;

    private static final List<String> KERNEL_NAMES =
            List.of("vmlinux", "vmlinux.btf", "vmlinuz", "bzImage", "Image", "Image.gz", "zImage");
    private static final Pattern KERNEL =
            Pattern.compile("(vmlinu[xz]|bzImage|zImage|Image)([.-].*)?|.*\\.btf(\\.tar)?(\\.(xz|zst|gz))?");
    private static final Pattern MODULE = Pattern.compile(".*\\.(btf|ko)(\\.(xz|zst|gz))?");

    private KernelFolder() {}

    /** Sorted, as people read releases. */
    static List<StoredKernel> open(Path dir) {
        List<StoredKernel> kernels = new ArrayList<>();
        try {
            search(dir, 0, kernels);
        } catch (IOException e) {
            throw StoredKernel.unreadable(dir.toString(), e);
        }
        if (kernels.isEmpty()) {
            throw new ArchiveProblem(
                    "no kernel in " + dir + ": expected vmlinux, vmlinux.btf, vmlinuz-*, *.btf or *.btf.tar.xz");
        }
        return kernels;
    }

    private static void search(Path dir, int depth, List<StoredKernel> kernels) throws IOException {
        List<Path> files = list(dir);
        Path only = onlyKernel(dir, files);
        if (only != null) {
            kernels.add(new StoredKernel(only.toString(), () -> KernelFiles.extract(only), () -> modules(dir, only)));
            return;
        }
        for (Path file : files) {
            // links to folders are not followed: they may lead around in a circle
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                if (depth < MAX_DEPTH) {
                    search(file, depth + 1, kernels);
                }
            } else if (Files.isRegularFile(file) && matches(KERNEL, file)) {
                kernels.add(new StoredKernel(file.toString(), () -> KernelFiles.extract(file), List::of));
            }
        }
    }

    /** The file this folder is about, if it is about one kernel. */
    private static @Nullable Path onlyKernel(Path dir, List<Path> files) {
        for (String name : KERNEL_NAMES) {
            Path file = dir.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        List<Path> images = files.stream()
                .filter(file -> file.getFileName().toString().startsWith("vmlinu") && Files.isRegularFile(file))
                .toList();
        return images.size() == 1 ? images.getFirst() : null;
    }

    private static List<StoredKernel.Part> modules(Path dir, Path kernel) throws IOException {
        List<StoredKernel.Part> parts = new ArrayList<>();
        Path inside = dir.resolve("modules");
        if (Files.isDirectory(inside)) {
            for (Path file : list(inside)) {
                if (matches(MODULE, file)) {
                    parts.add(part(file));
                }
            }
        }
        for (Path file : list(dir)) {
            if (isModuleBeside(kernel, file)) {
                parts.add(part(file));
            }
        }
        parts.sort(Comparator.comparing(StoredKernel.Part::name));
        return parts;
    }

    /** In /sys/kernel/btf modules have no suffix, so what is in the file decides. */
    private static boolean isModuleBeside(Path kernel, Path file) throws IOException {
        if (!Files.isRegularFile(file) || file.getFileName().equals(kernel.getFileName())) {
            return false;
        }
        String name = file.getFileName().toString();
        return !name.startsWith("vmlinu") && (matches(MODULE, file) || !name.contains(".") && beginsAsBtf(file));
    }

    private static boolean beginsAsBtf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            int second = in.read();
            return first == 0x9f && second == 0xeb || first == 0xeb && second == 0x9f;
        }
    }

    private static StoredKernel.Part part(Path file) {
        return new StoredKernel.Part(KernelFiles.moduleName(file), () -> KernelFiles.extract(file));
    }

    private static boolean matches(Pattern pattern, Path file) {
        return pattern.matcher(file.getFileName().toString()).matches();
    }

    private static List<Path> list(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.sorted(Comparator.comparing(Path::toString, ReleaseOrder.INSTANCE))
                    .toList();
        }
    }
}
