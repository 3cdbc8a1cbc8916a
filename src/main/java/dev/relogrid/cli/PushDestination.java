package dev.relogrid.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which service, and as whom; a mixin. */
final class PushDestination {
    private static final String TOKEN = "RELOGRID_TOKEN";

    @Option(names = "--server", paramLabel = "URL", description = "The service's address (default: $RELOGRID_URL).")
    private @Nullable String server;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "The project, which is made when it is not there (default: $RELOGRID_PROJECT).")
    private @Nullable String project;

    @Option(
            names = "--ref",
            paramLabel = "REF",
            required = true,
            description = "The branch, tag or commit that has these objects.")
    private String ref = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Has the token, which must have the scope upload (default: $RELOGRID_TOKEN).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--insecure",
            description = "Send the token over plain http to another machine, where others can read it.")
    private boolean insecure;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    String ref() {
        return ref;
    }

    PushPlace place() {
        String address = given(server, "--server", "RELOGRID_URL");
        PushPlace place =
                new PushPlace(PushPlace.server(address), given(project, "--project", "RELOGRID_PROJECT"), ref);
        if (token() != null && !insecure && !place.isPrivate()) {
            throw new NoAnswer(place.server()
                    + ": plain http would show the token to everybody on the way; use https, or --insecure");
        }
        return place;
    }

    /** Never on the command line, which everybody on the machine can read; null asks as nobody. */
    @Nullable
    String token() {
        Path file = tokenFile;
        String from = file == null ? "$" + TOKEN : file.toString();
        String token = file == null
                ? environment().getOrDefault(TOKEN, "")
                : new String(InputFile.read(file), StandardCharsets.UTF_8);
        token = token.strip();
        if (!token.matches("[!-~]*") || token.isEmpty() && file != null) {
            throw new NoAnswer(from + ": expected a token, which is printable characters without spaces");
        }
        return token.isEmpty() ? null : token;
    }

    private String given(@Nullable String value, String option, String variable) {
        String found = value == null ? environment().getOrDefault(variable, "") : value;
        if (found.isBlank()) {
            throw new ParameterException(
                    command.commandLine(), option + " or the variable " + variable + " is missing");
        }
        return found;
    }

    private Map<String, String> environment() {
        return Relogrid.of(command).terminal().environment();
    }
}
