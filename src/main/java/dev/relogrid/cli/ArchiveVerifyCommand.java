package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.Verification;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relogrid archive verify}: reads every byte of the archive; exit code 2 when something is damaged, not for what is quarantined. */
@Command(name = "verify", description = "Compares every blob and pack with its SHA-256, and reads all that is in it.")
final class ArchiveVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder.")
    private @Nullable Path archive;

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::verify);
    }

    private int verify() {
        Verification found = Verification.of(Archive.open(ArchiveLocation.of(archive)));
        found.damage().forEach(sentence -> spec.commandLine().getErr().println("relogrid: " + sentence));
        found.unused().forEach(sha256 -> spec.commandLine().getErr().println("relogrid: unused blob " + sha256));
        found.quarantined()
                .forEach(sentence -> spec.commandLine().getErr().println("relogrid: quarantined: " + sentence));
        spec.commandLine()
                .getOut()
                .println(found.kernels() + " kernels, " + found.blobs() + " files, " + found.bytes() + " bytes, "
                        + found.damage().size() + " damaged");
        return found.damage().isEmpty() ? 0 : 2;
    }
}
