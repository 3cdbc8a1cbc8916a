package dev.relogrid.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relogrid btf}: looks into BTF itself. */
@Command(
        name = "btf",
        header = "Shows the types in a BTF file.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BtfDumpCommand.class)
final class BtfCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: dump");
    }
}
