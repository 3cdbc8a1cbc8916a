package dev.relogrid.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A job of GitLab's template, run as its runner does: all lines of the script in one shell that ends with the first that
 * fails, after the variables of the file, of the job and of the project.
 */
record GitLabJob(String name) {
    private static final JsonNode FILE = Yaml.file("ci/gitlab/relogrid.gitlab-ci.yml");

    /** How the job shows. */
    enum Shown {
        PASSED,
        WARNING,
        FAILED,
        /** No rule takes it in. */
        ABSENT
    }

    /** @param shell empty where the job is absent */
    record Result(Shown shown, Shell shell) {}

    private JsonNode job() {
        JsonNode job = FILE.path(name);
        if (job.isMissingNode()) {
            throw new IllegalArgumentException("the template has no job " + name);
        }
        return job;
    }

    /** The file of a report the job hands on. */
    String report(String kind) {
        return job().at("/artifacts/reports").path(kind).asString();
    }

    boolean keepsReportsWhenItFails() {
        return job().at("/artifacts/when").asString().equals("always");
    }

    /** Runs with the variables a project has set and GitLab gives. */
    Result run(Workspace workspace, Map<String, String> variables, String... shell) {
        Map<String, String> all = new HashMap<>(Yaml.texts(FILE.path("variables")));
        all.putAll(Yaml.texts(job().path("variables")));
        all.putAll(variables);
        if (!applies(all)) {
            return new Result(Shown.ABSENT, new Shell(0, "", ""));
        }
        StringBuilder script = new StringBuilder("set -e\n");
        job().path("script").forEach(line -> script.append(line.asString()).append('\n'));
        List<String> command = new ArrayList<>(List.of(shell));
        command.add("-c");
        command.add(script.toString());
        Shell run = workspace.run(all, command.toArray(String[]::new));
        boolean warns = job().at("/allow_failure/exit_codes").asInt() == run.code();
        return new Result(run.code() == 0 ? Shown.PASSED : warns ? Shown.WARNING : Shown.FAILED, run);
    }

    /** Knows one kind of rule: a variable is set. */
    private boolean applies(Map<String, String> variables) {
        for (JsonNode rule : job().path("rules")) {
            String variable = rule.path("if").asString();
            if (rule.size() != 1 || !variable.matches("\\$[A-Z_]+")) {
                throw new IllegalArgumentException("no rule these tests know: " + rule);
            }
            if (!variables.getOrDefault(variable.substring(1), "").isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
