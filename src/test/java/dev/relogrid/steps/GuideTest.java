package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.gate.render.Form;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Does what docs/CI.md says, in the order it stands there. */
@ServiceTest
final class GuideTest {
    private static final Path GUIDE = Path.of("docs/CI.md");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("(.*?)\\s+# → (\\d)\n", Pattern.DOTALL);
    private static final Pattern JENKINS = Pattern.compile("sh '([^']*)'");

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TempDir
    private Path dir = Path.of("");

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** A checkout with what the guide takes for granted: the program, the scripts, what was built and what was released. */
    private Workspace workspace() throws IOException {
        Workspace workspace = new Workspace(dir.resolve("checkout"))
                .good("build/good.bpf.o")
                .bad("build/new.bpf.o")
                .good("released.bpf.o")
                .truncated("build/half.o");
        ProgramJar.in(workspace.folder());
        program(workspace, "bin/relogrid", "#!/bin/sh\nexec java -jar relogrid-cli.jar \"$@\"\n");
        program(workspace, "ci/push", Files.readString(Path.of("ci/push")));
        workspace.write("ci/relogrid.mk", Files.readAllBytes(Path.of("ci/relogrid.mk")));
        workspace.write("Makefile", blocks("make").getFirst().getBytes(StandardCharsets.UTF_8));
        return workspace;
    }

    private static void program(Workspace workspace, String path, String text) {
        assertTrue(workspace
                .write(path, text.getBytes(StandardCharsets.UTF_8))
                .toFile()
                .setExecutable(true));
    }

    private Map<String, String> environment(Workspace workspace) {
        return Map.of(
                "PATH",
                workspace.folder().resolve("bin") + ":" + Shell.path(),
                "SERVER",
                "http://127.0.0.1:" + port,
                "SECRET",
                tokens.create(NewToken.lasting("guide", Scope.UPLOAD)).secret());
    }

    @Test
    void everyCommandEndsAsItSays() throws IOException {
        Workspace workspace = workspace();
        Map<String, String> environment = environment(workspace);
        List<String> blocks = blocks("sh");
        assertTrue(blocks.size() > 8);
        for (String block : blocks) {
            Matcher command = COMMAND.matcher(block);
            assertTrue(command.matches(), block);
            Shell shell = workspace.run(environment, "sh", "-c", command.group(1));
            assertEquals(command.group(2), Integer.toString(shell.code()), () -> block + shell);
        }
        assertTrue(workspace.read("relogrid.md").contains("<!-- relogrid:"));
    }

    @Test
    void jenkinsRunsWhatThereIs() throws IOException {
        Workspace workspace = workspace();
        Matcher step = JENKINS.matcher(blocks("groovy").getFirst());
        assertTrue(step.find());
        Map<String, String> environment = new HashMap<>(environment(workspace));
        environment.put("RELOGRID_URL", environment.get("SERVER"));
        environment.put("RELOGRID_TOKEN", environment.get("SECRET"));
        environment.put("RELOGRID_PROJECT", "my-jenkins");
        environment.put("RELOGRID_REF", "PR-7");
        environment.put("RELOGRID_AGAINST", "");
        Shell shell = workspace.run(environment, "sh", "-xe", "-c", step.group(1));
        assertEquals(1, shell.code(), shell::toString);
    }

    @Test
    void workflowsUseTheActionAsItIs() throws IOException {
        List<JsonNode> steps = blocks("yaml").stream()
                .filter(block -> block.contains("/ci/action@"))
                .map(Yaml::text)
                .flatMap(block -> (block.isArray() ? block : block.at("/jobs/kernels/steps")).valueStream())
                .filter(step -> step.path("uses").asString("").contains("/ci/action@"))
                .toList();
        assertEquals(2, steps.size());
        for (JsonNode step : steps) {
            List<String> inputs = List.copyOf(step.path("with").propertyNames());
            assertTrue(inputs.contains("objects") && Action.inputs().containsAll(inputs), inputs::toString);
        }
    }

    @Test
    void otherFilesNameWhatIsThere() throws IOException {
        List<String> blocks = blocks("yaml");
        JsonNode gitlab = Yaml.text(named(blocks, "# .gitlab-ci.yml"));
        String template = Files.readString(Path.of("ci/gitlab/relogrid.gitlab-ci.yml"));
        gitlab.path("variables").propertyNames().forEach(name -> assertTrue(template.contains(name), name));
        JsonNode commit = Yaml.text(named(blocks, "# .pre-commit-config.yaml"));
        assertEquals(Yaml.file(".pre-commit-hooks.yaml").at("/0/id"), commit.at("/repos/0/hooks/0/id"));
    }

    private static String named(List<String> blocks, String name) {
        return blocks.stream()
                .filter(block -> block.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFormIsExplainedAndNoOther() throws IOException {
        String table = Files.readString(GUIDE).split("## Forms", -1)[1];
        List<String> rows = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        assertEquals(
                Arrays.stream(Form.values()).map(Form::word).sorted().toList(),
                rows.stream().sorted().toList());
    }
}
