package dev.relogrid.cli;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relogrid archive}: what concerns the archive itself; {@code relogrid kernels} is for those who look for one. */
@Command(
        name = "archive",
        description = "Adds kernels to the archive of BTF, shows, exports, packs, checks and tidies it.",
        subcommands = {
            ArchiveAddCommand.class,
            ArchiveSyncCommand.class,
            ArchiveFetchImageCommand.class,
            ArchiveProbeCommand.class,
            ArchiveListCommand.class,
            ArchiveShowCommand.class,
            ArchiveStatsCommand.class,
            ArchivePackCommand.class,
            ArchiveExportCommand.class,
            ArchiveVerifyCommand.class,
            ArchivePruneCommand.class
        })
public final class ArchiveCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "archive: expected a subcommand: add, sync, fetch-image, probe, list, show, stats, pack, export, verify or prune");
    }

    /** What {@code work} answers; 2 and one sentence on stderr when it cannot. */
    static int answer(CommandSpec spec, Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (MalformedInput | ArchiveProblem e) {
            spec.commandLine().getErr().println("relogrid: " + e.getMessage());
        } catch (IOException e) {
            String kind = e.getClass().getSimpleName().replace("Exception", "");
            spec.commandLine().getErr().println("relogrid: " + kind + ": " + e.getMessage());
        }
        return 2;
    }
}
