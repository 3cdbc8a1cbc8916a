package dev.relogrid.cli;

import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.PackRef;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relogrid archive pack}: puts many kernels into one file, what they share only once. */
@Command(
        name = "pack",
        header = "Packs kernels into one file, what they share only once.",
        description = {
            "",
            "Takes those that have files of their own, reads all of them out of the finished pack again, compares, and only"
                    + " then removes the files. Packing few kernels on top of a large pack is quick and makes another pack;"
                    + " --all makes one of everything, which is smaller.",
            ""
        },
        footer = {"", "Examples:", "  relogrid archive pack", "  relogrid archive pack --all --archive ~/kernels"},
        sortOptions = false)
final class ArchivePackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--all", description = "Those in packs too: one new pack replaces all there are.")
    private boolean all;

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder.")
    private @Nullable Path archive;

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::pack);
    }

    private int pack() throws IOException {
        PackRef made = packed(ArchiveLocation.toChange(archive));
        PrintWriter out = spec.commandLine().getOut();
        if (made == null) {
            out.println("nothing to pack: all kernels are in packs");
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "%d kernels in pack %s, %d bytes, %d a kernel",
                    made.kernels(),
                    made.sha256(),
                    made.size(),
                    made.size() / made.kernels()));
        }
        return ExitCode.FINE;
    }

    private @Nullable PackRef packed(Path dir) throws IOException {
        Terminal terminal = Relogrid.of(spec).terminal();
        try (ArchiveWriter writer = ArchiveWriter.openExisting(dir);
                PackProgress progress = new PackProgress(spec.commandLine().getErr(), terminal)) {
            return writer.pack(all, progress);
        }
    }
}
