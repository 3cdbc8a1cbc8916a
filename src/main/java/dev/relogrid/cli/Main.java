package dev.relogrid.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Starts the command line: {@code relogrid COMMAND …}. */
public final class Main {
    private static final int BUFFER = 1 << 16;

    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.of(System.getenv(), System.getProperties());
        System.exit(run(args, stream(FileDescriptor.out), stream(FileDescriptor.err), terminal));
    }

    /**
     * Runs one command as if its output went to a file.
     *
     * @param out gets the report, as UTF-8
     * @param err gets everything else
     * @return the exit code
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, out, err, Terminal.none(Map.of()));
    }

    static int run(String[] args, PrintStream out, PrintStream err, Terminal terminal) {
        Relogrid root = new Relogrid(terminal, out);
        PrintWriter report = writer(out);
        PrintWriter errors = writer(err);
        int code = commandLine(root, args).setOut(report).setErr(errors).execute(args);
        errors.flush();
        err.flush();
        return code;
    }

    private static CommandLine commandLine(Relogrid root, String[] args) {
        CommandLine command = new CommandLine(root);
        Commands.addTo(command, args);
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Math.clamp(root.terminal().width(), 60, 120))
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionStrategy(parsed -> answer(parsed, root));
    }

    /** Everything a command may end in passes here, errors while its report or its help is written included. */
    private static int answer(ParseResult parsed, Relogrid root) {
        CommandLine command = parsed.commandSpec().commandLine();
        try {
            int code = new CommandLine.RunLast().execute(parsed);
            command.getOut().flush();
            return code;
        } catch (ParameterException e) {
            throw e;
        } catch (ExecutionException e) {
            return Failures.execution(e.getCause() == null ? e : e.getCause(), command.getErr(), root.debug());
        } catch (RuntimeException | Error e) {
            return Failures.execution(e, command.getErr(), root.debug());
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new ReportStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER));
    }
}
