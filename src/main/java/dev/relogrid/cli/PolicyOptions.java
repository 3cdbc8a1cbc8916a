package dev.relogrid.cli;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.policy.Policy;
import dev.relogrid.policy.PolicyProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What counts as failing, and where; a mixin. */
final class PolicyOptions {
    private static final Path DEFAULT = Path.of(".relogrid");

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "What is asked of which kernels, what is accepted, and how objects are loaded; docs/POLICY.md has "
                            + "the grammar (default: .relogrid here, when there is one).")
    private @Nullable Path file;

    @Option(names = "--no-policy", description = "Leave .relogrid alone: every kernel has to work.")
    private boolean none;

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            description = "The mildest verdict that fails: changed, conditional, no_btf, unknown or broken (default: "
                    + "broken, or what the policy says).")
    private @Nullable String failOn;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** The one that is meant, with what the other options change. */
    Policy read() {
        Path from = file();
        Policy policy = from == null ? Policy.NONE : read(from);
        return failOn == null ? policy : policy.withFailOn(verdict(failOn));
    }

    /** What the policy is called in reports; empty where there is none. */
    String label() {
        Path from = file();
        return from == null ? "" : from.toString();
    }

    private @Nullable Path file() {
        if (none && file != null) {
            throw new ParameterException(command.commandLine(), "--policy and --no-policy exclude each other");
        }
        if (none || file != null) {
            return file;
        }
        return Files.isRegularFile(DEFAULT) ? DEFAULT : null;
    }

    private static Policy read(Path file) {
        try {
            return Policy.parse(new String(InputFile.read(file), StandardCharsets.UTF_8));
        } catch (PolicyProblem e) {
            throw new NoAnswer(file + ": " + e.getMessage());
        }
    }

    private Verdict verdict(String word) {
        List<Verdict> known = Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.compareTo(Verdict.GUARDED) > 0)
                .toList();
        return known.stream()
                .filter(verdict -> verdict.code().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--fail-on: expected one of "
                                + String.join(
                                        ", ", known.stream().map(Verdict::code).toList()) + ", found '" + word
                                + "'"));
    }
}
