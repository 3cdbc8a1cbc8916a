package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.query.KernelQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which kernels to hold an object against; a mixin. */
final class KernelOptions {
    @Option(
            names = {"--kernel", "--targets"},
            paramLabel = "QUERY",
            description =
                    "Kernels of the archive: an id or a part of ids, or a query such as 'debian >= 12 and cloud', '6.1', "
                            + "'lts and latest' ('relogrid kernels --help' has more). Repeatable; several add up.")
    private List<String> queries = List.of();

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private boolean incomplete;

    /** Whether {@link #kernels} left out some because the pack they are in is damaged; it has said so then. */
    boolean incomplete() {
        return incomplete;
    }

    /** The folder of the archive that is meant. */
    Path archiveDir() {
        return ArchiveLocation.of(archive);
    }

    /** What the queries given say. */
    List<KernelQuery> queries() {
        return queries.stream().map(KernelQuery::parse).toList();
    }

    /** Whether any kernel is named. */
    boolean named() {
        return !queries.isEmpty() || !files.isEmpty();
    }

    /** Files in the order given, then those of the archive that are meant, in its order; all of it when nothing is named. */
    List<StoredKernel> kernels() {
        return kernels(List.of());
    }

    /** @param otherwise which of the archive are meant when nothing is named; none means all */
    List<StoredKernel> kernels(List<KernelQuery> otherwise) {
        List<StoredKernel> kernels = new ArrayList<>(KernelFiles.open(files));
        if (!queries.isEmpty() || files.isEmpty()) {
            List<KernelQuery> parsed = queries.isEmpty() ? otherwise : queries();
            Archive opened = Archive.open(archiveDir());
            opened.damagedPacks().forEach(pack -> {
                command.commandLine().getErr().println("relogrid: left out " + pack);
                incomplete = true;
            });
            if (opened.entries().isEmpty()) {
                throw new NoAnswer("the archive has no kernels: 'relogrid archive add' puts one in");
            }
            List<CatalogEntry> meant =
                    parsed.isEmpty() ? opened.entries() : KernelQuery.select(parsed, opened.entries());
            meant.forEach(entry -> kernels.add(opened.kernel(entry)));
        }
        return kernels;
    }
}
