package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code ci/push} against a service. */
@ServiceTest
final class PushTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TempDir
    private Path dir = Path.of("");

    private final String project = "push-" + UUID.randomUUID();
    private String token = "";

    @BeforeEach
    void aToken() {
        token = tokens.create(NewToken.lasting("push tests", Scope.UPLOAD)).secret();
    }

    private Workspace workspace() {
        return new Workspace(dir.resolve("checkout"));
    }

    private Map<String, String> environment(String ref) {
        return new HashMap<>(Map.of(
                "RELOGRID_URL",
                "http://127.0.0.1:" + port + "/",
                "RELOGRID_TOKEN",
                token,
                "RELOGRID_PROJECT",
                project,
                "RELOGRID_REF",
                ref));
    }

    @ParameterizedTest
    @EnumSource
    void whatPassesIsZeroAndWhatFailsIsOne(PushShell shell) {
        Workspace workspace = workspace().good("bpf/good.bpf.o").bad("bpf/bad.bpf.o");
        Shell good = shell.push(workspace, environment("good"), "./bpf/good.bpf.o");
        assertEquals(0, good.code(), good::toString);
        assertTrue(good.out().contains("<!-- relogrid:"), good::toString);
        assertEquals("", good.err());
        Shell both =
                shell.push(workspace, environment("both"), "bpf/good.bpf.o", workspace.folder() + "/bpf/bad.bpf.o");
        assertEquals(1, both.code(), both::toString);
        assertTrue(both.out().contains("i_ctime"), both::toString);
        assertEquals("", both.err());
        assertFalse((good.toString() + both).contains(token), "the token was printed");
    }

    @ParameterizedTest
    @EnumSource
    void againstAnotherRefOnlyWhatIsNewFails(PushShell shell) {
        Workspace workspace = workspace().bad("probe.bpf.o");
        assertEquals(
                1,
                shell.push(workspace, environment("release/1"), "probe.bpf.o").code());
        Map<String, String> same = environment("feature/same");
        same.put("RELOGRID_AGAINST", "release/1");
        Shell unchanged = shell.push(workspace, same, "probe.bpf.o");
        assertEquals(0, unchanged.code(), unchanged::toString);

        assertEquals(
                0,
                shell.push(workspace.good("probe.bpf.o"), environment("main"), "probe.bpf.o")
                        .code());
        Map<String, String> worse = environment("feature/worse");
        worse.put("RELOGRID_AGAINST", "main");
        Shell broke = shell.push(workspace.bad("probe.bpf.o"), worse, "probe.bpf.o");
        assertEquals(1, broke.code(), broke::toString);
    }

    @ParameterizedTest
    @EnumSource
    void namesMayHaveAnyCharacter(PushShell shell) {
        String path = "a b&c/\u00fc'\"$x#?+.bpf.o";
        Shell pushed = shell.push(workspace().good(path), environment("topic/a&b=c#d"), path);
        assertEquals(0, pushed.code(), pushed::toString);
        HttpResponse<String> ref =
                new ServiceCalls(port, token).get("/api/v1/projects/" + project + "/refs/topic~a%26b=c%23d");
        assertEquals(200, ref.statusCode(), ref::body);
        assertTrue(ref.body().contains("a b&c/\u00fc'\\\"$x#?+.bpf.o"), ref::body);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadHasNoAnswer(PushShell shell) {
        Shell cut = shell.push(workspace().truncated("cut.bpf.o"), environment("main"), "cut.bpf.o");
        assertEquals("2 ", cut.code() + " " + cut.out());
        assertTrue(cut.err().contains("the service answers 422: "), cut::err);
        Shell missing = shell.push(workspace(), environment("main"), "nowhere.bpf.o");
        assertEquals("2 ", missing.code() + " " + missing.out());
        assertTrue(missing.err().contains("push: nowhere.bpf.o: cannot be read"), missing::err);
    }

    @ParameterizedTest
    @EnumSource
    void aWrongTokenHasNoAnswer(PushShell shell) {
        Map<String, String> environment = environment("main");
        environment.put("RELOGRID_TOKEN", "wrong-and-still-secret");
        Shell wrong = shell.push(workspace().good("a.bpf.o"), environment, "a.bpf.o");
        assertEquals("2 ", wrong.code() + " " + wrong.out());
        assertTrue(wrong.err().contains("the service answers 401"), wrong::err);
        assertFalse(wrong.err().contains("still-secret"), wrong::err);
    }

    @Test
    void aTokenOfTheProjectWillDoOnceItIsThere() throws IOException {
        new ServiceCalls(port, token).put("/api/v1/projects/" + project, new byte[0]);
        NewToken bound = new NewToken("of the project", java.util.Set.of(Scope.UPLOAD), project, null);
        Map<String, String> environment = environment("main");
        environment.put("RELOGRID_TOKEN", tokens.create(bound).secret());
        Shell pushed = PushShell.DASH.push(workspace().good("a.bpf.o"), environment, "a.bpf.o");
        assertEquals(0, pushed.code(), pushed::toString);
        Path temporary = Files.createDirectories(dir.resolve("temporary"));
        environment.put("TMPDIR", temporary.toString());
        Shell again = PushShell.DASH.push(workspace(), environment, "a.bpf.o");
        assertEquals(pushed.out(), again.out());
        try (var left = Files.list(temporary)) {
            assertEquals(0, left.count());
        }
    }
}
