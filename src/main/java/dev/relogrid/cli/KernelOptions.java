package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.StoredKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which kernels to hold an object against; a mixin. */
final class KernelOptions {
    @Option(
            names = "--kernel",
            paramLabel = "ID",
            description = "A kernel of the archive: its id, or a part of it that no other id has. Repeatable.")
    private List<String> ids = List.of();

    @Option(
            names = "--btf",
            paramLabel = "FILE|DIR",
            description = "A kernel of your own: raw BTF, vmlinux, vmlinuz, a BTFHub archive, or a folder of them "
                    + "(modules beside vmlinux, as in /sys/kernel/btf). Repeatable.")
    private List<Path> files = List.of();

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Take archived kernels from DIR (default: $RELOGRID_ARCHIVE, or the one shipped).")
    private @Nullable Path archive;

    /** Whether any kernel is named. */
    boolean named() {
        return !ids.isEmpty() || !files.isEmpty();
    }

    /** Those named, in the order given, files first; all of the archive when none is named. */
    List<StoredKernel> kernels() {
        List<StoredKernel> kernels = new ArrayList<>(KernelFiles.open(files));
        if (!ids.isEmpty() || files.isEmpty()) {
            Archive opened = Archive.open(ArchiveLocation.of(archive));
            if (ids.isEmpty()) {
                kernels.addAll(opened.kernels());
            }
            for (String id : ids) {
                kernels.add(opened.kernel(id));
            }
        }
        if (kernels.isEmpty()) {
            throw new NoAnswer("the archive has no kernels: 'relogrid archive add' puts one in");
        }
        return kernels;
    }
}
