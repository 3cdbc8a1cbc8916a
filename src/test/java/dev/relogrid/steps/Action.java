package dev.relogrid.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code ci/action/action.yml}, run step by step as GitHub's runner does it.
 *
 * @param workspace where the job is
 * @param event what of the job's context the runner tells: names such as {@code GITHUB_REPOSITORY}
 * @param pullRequest its number; empty on a push
 */
record Action(Workspace workspace, Map<String, String> event, String pullRequest) {
    private static final JsonNode FILE = Yaml.file("ci/action/action.yml");

    /**
     * What came of it.
     *
     * @param code the last step's exit code
     * @param said all its steps printed
     */
    record Result(int code, Map<String, String> outputs, String summary, String said) {
        /** Empty where the Action has no such output. */
        String output(String name) {
            return outputs.getOrDefault(name, "");
        }
    }

    /** Runs with the inputs of a workflow's {@code with}; refuses those the Action does not have. */
    Result run(Map<String, String> with) {
        Map<String, String> known = new HashMap<>(
                Map.of("github.token", "token of the job", "github.event.pull_request.number", pullRequest));
        inputs(with, known);
        Path summary = temporary("summary");
        StringBuilder said = new StringBuilder();
        int code = 0;
        for (JsonNode step : FILE.at("/runs/steps")) {
            Expressions expressions = new Expressions(known);
            if (step.has("if") && !expressions.holds(step.path("if").asString())) {
                continue;
            }
            Path outputs = temporary("outputs");
            Shell shell = run(
                    step,
                    expressions,
                    Map.of("GITHUB_OUTPUT", outputs.toString(), "GITHUB_STEP_SUMMARY", summary.toString()));
            said.append(shell.out()).append(shell.err());
            read(outputs)
                    .lines()
                    .forEach(line -> known.put(
                            "steps." + step.path("id").asString() + ".outputs." + line.substring(0, line.indexOf('=')),
                            line.substring(line.indexOf('=') + 1)));
            code = shell.code();
            if (code != 0) {
                break;
            }
        }
        Map<String, String> outputs = new HashMap<>();
        Expressions expressions = new Expressions(known);
        FILE.path("outputs")
                .properties()
                .forEach(output -> outputs.put(
                        output.getKey(),
                        expressions.text(output.getValue().path("value").asString())));
        return new Result(code, outputs, read(summary), said.toString());
    }

    private static void inputs(Map<String, String> with, Map<String, String> known) {
        JsonNode inputs = FILE.path("inputs");
        with.keySet().stream().filter(name -> !inputs.has(name)).forEach(name -> {
            throw new IllegalArgumentException("the Action has no input " + name);
        });
        inputs.properties().forEach(input -> {
            JsonNode declared = input.getValue();
            if (declared.path("required").asBoolean(false) && !with.containsKey(input.getKey())) {
                throw new IllegalArgumentException("the Action wants the input " + input.getKey());
            }
            String otherwise =
                    new Expressions(known).text(declared.path("default").asString(""));
            known.put("inputs." + input.getKey(), with.getOrDefault(input.getKey(), otherwise));
        });
    }

    private Shell run(JsonNode step, Expressions expressions, Map<String, String> files) {
        Map<String, String> environment = new HashMap<>(event);
        environment.putAll(files);
        environment.put("RUNNER_TEMP", runner().toString());
        environment.put(
                "GITHUB_ACTION_PATH", Workspace.HOME.resolve("ci/action").toString());
        Yaml.texts(step.path("env")).forEach((name, value) -> environment.put(name, expressions.text(value)));
        Path script = temporary("script");
        try {
            Files.writeString(script, expressions.text(step.path("run").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return workspace.run(environment, command(step.path("shell").asString(), script));
    }

    /** As the runner's documentation says. */
    private static String[] command(String shell, Path script) {
        return switch (shell) {
            case "sh" -> new String[] {"sh", "-e", script.toString()};
            case "bash" -> new String[] {"bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString()};
            default -> throw new IllegalArgumentException("no shell these tests know: " + shell);
        };
    }

    private Path runner() {
        return workspace.folder().resolveSibling("runner");
    }

    private Path temporary(String name) {
        try {
            return Files.createTempFile(Files.createDirectories(runner()), name, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what it takes, for pages that speak of it. */
    static List<String> inputs() {
        return List.copyOf(FILE.path("inputs").propertyNames());
    }
}
