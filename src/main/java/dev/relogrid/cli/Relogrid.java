package dev.relogrid.cli;

import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code relogrid}: what all commands share, and the list of them. */
@Command(
        name = "relogrid",
        versionProvider = Version.class,
        header =
                "Says whether a compiled eBPF object loads on real kernels, exactly as libbpf would, without booting any.",
        footer = {
            "",
            "The same for a team: relogrid serve starts the service, relogrid push uploads to one, relogrid backup and "
                    + "relogrid restore look after what it keeps; each has a --help of its own.",
            "",
            "Exit codes: 0 an answer, nothing breaks; 1 an answer, something breaks; 2 no answer (the reason is on stderr).",
            "",
            "Examples:",
            "  relogrid check probe.bpf.o            on which kernels does it relocate?",
            "  relogrid inspect probe.bpf.o          what does it want of them?",
            "  relogrid COMMAND --help               more about a command"
        },
        synopsisSubcommandLabel = "COMMAND")
final class Relogrid implements Runnable {
    private final Terminal terminal;
    private final PrintStream report;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "When there is no answer, also print where in the program that was.")
    private boolean debug;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help.")
    private boolean help;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    /** @param report what the text of reports goes to, for those that are no text */
    Relogrid(Terminal terminal, PrintStream report) {
        this.terminal = terminal;
        this.report = report;
    }

    /** The one above a command. */
    static Relogrid of(CommandSpec command) {
        return (Relogrid) command.root().userObject();
    }

    Terminal terminal() {
        return terminal;
    }

    /** Stdout, for bytes; what is no text goes there directly, and then alone. */
    PrintStream report() {
        return report;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command");
    }
}
