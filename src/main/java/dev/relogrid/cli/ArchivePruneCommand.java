package dev.relogrid.cli;

import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.ArchiveWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relogrid archive prune}: removes what killed writers and replaced kernels left. */
@Command(name = "prune", description = "Removes blobs and packs that no kernel is in.")
final class ArchivePruneCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder.")
    private @Nullable Path archive;

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::prune);
    }

    private int prune() throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.openExisting(ArchiveLocation.toChange(archive))) {
            List<String> removed = writer.prune();
            spec.commandLine().getOut().println(removed.size() + " unused blobs removed");
        }
        return ExitCode.FINE;
    }
}
