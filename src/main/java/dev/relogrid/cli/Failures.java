package dev.relogrid.cli;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.report.look.Printable;
import dev.relogrid.vm.BootProblem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command ends in instead of an answer into one sentence on stderr and an exit code. */
final class Failures {
    private Failures() {}

    /** Wrong usage: the sentence names the help to read. */
    static int usage(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        String message = lowerFirst(firstLine(problem));
        if (problem instanceof UnmatchedArgumentException mistake) {
            String word = mistake.getUnmatched().getFirst();
            String expected = command.getParent() == null ? "no command '" : "unexpected argument '";
            message = (word.startsWith("-") ? "unknown option '" : expected) + word + "'";
        }
        List<String> similar = problem instanceof UnmatchedArgumentException mistake
                ? mistake.getSuggestions().stream().limit(1).toList()
                : List.of();
        String hint = similar.isEmpty() ? "" : ", did you mean '" + similar.getFirst() + "'?";
        String help = command.getCommandSpec().qualifiedName() + " --help";
        say(command.getErr(), message + hint + " (see '" + help + "')");
        return ExitCode.NO_ANSWER;
    }

    /** A command gave up, or broke. */
    static int execution(Throwable problem, PrintWriter err, boolean debug) {
        switch (problem) {
            case NoAnswer e -> say(err, String.valueOf(e.getMessage()));
            case MalformedInput e -> say(err, String.valueOf(e.getMessage()));
            case ArchiveProblem e -> say(err, String.valueOf(e.getMessage()));
            case BootProblem e -> say(err, String.valueOf(e.getMessage()));
            case CancellationException e -> say(err, String.valueOf(e.getMessage()));
            case OutputClosed e -> {
                if (!e.readerIsGone()) {
                    say(err, "cannot write the report: " + e.getMessage());
                }
            }
            case OutOfMemoryError e -> say(err, "not enough memory (" + e.getMessage() + ")");
            default -> say(err, "a bug of ours, " + problem + (debug ? "" : "; --debug shows where"));
        }
        if (debug) {
            problem.printStackTrace(err);
        }
        err.flush();
        return ExitCode.NO_ANSWER;
    }

    private static void say(PrintWriter err, String sentence) {
        err.println("relogrid: " + Printable.text(sentence));
    }

    private static String firstLine(ParameterException problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("wrong usage");
    }

    private static String lowerFirst(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
