package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.fixture.SlowObject;
import dev.relogrid.gate.render.Form;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pushes to a real service. */
@ServiceTest
final class PushCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SAMPLES = "src/test/bpf/samples/";
    private static final String BREAKS = SAMPLES + "ctime.bpf.o";
    private static final String FIXED = SAMPLES + "ctime_fixed.bpf.o";
    private static final String NEW_KERNELS = "--targets=debian 13 and arch:amd64";

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    private ServiceCalls calls = new ServiceCalls(0, null);
    private String token = "";
    private String project = "";
    /** In the current folder, from which paths are taken. */
    private Path dir = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        token = tokens.create(NewToken.lasting("push", Scope.UPLOAD)).secret();
        calls = new ServiceCalls(port, token);
        project = "push-" + UUID.randomUUID();
        dir = Files.createTempDirectory(Path.of("target"), "push");
    }

    @AfterEach
    void end() {
        FileSystemUtils.deleteRecursively(dir.toFile());
    }

    private Outcome push(String... args) {
        return push(Map.of("RELOGRID_TOKEN", token), args);
    }

    private Outcome push(Map<String, String> environment, String... args) {
        List<String> all =
                new ArrayList<>(List.of("push", "--server", "http://127.0.0.1:" + port + "/", "--project", project));
        all.addAll(Arrays.asList(args));
        Outcome outcome = Outcome.of(new Terminal(false, 80, true, environment), all.toArray(String[]::new));
        assertFalse((outcome.out() + outcome.err()).contains(token), "a token is never printed");
        return outcome;
    }

    private static void assertNoAnswer(String part, Outcome outcome) {
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains(part), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
        assertEquals(ExitCode.NO_ANSWER, outcome.code());
    }

    private JsonNode get(String path) {
        return JSON.readTree(calls.get("/api/v1/projects/" + project + path).body());
    }

    @Test
    void whatPassesEndsInZero() throws IOException {
        Path file = dir.resolve("report.json");
        Outcome pass =
                push(FIXED, "--ref", "feature/x", NEW_KERNELS, "--commit", "0123abc", "--output", "json=" + file);
        assertEquals("0 ", pass.code() + " " + pass.err());
        assertTrue(pass.out().startsWith(FIXED + ": "), pass::out);
        JsonNode json = JSON.readTree(Files.readString(file));
        assertEquals("pass", json.get("outcome").asString());
        JsonNode attached = get("/refs/feature~x").get("objects").get(0);
        assertEquals(FIXED, attached.get("path").asString());
        assertEquals("0123abc", attached.get("commit").asString());
    }

    @Test
    void whatBreaksEndsInOne() {
        Outcome fail = push(BREAKS, FIXED, "--ref", "main", NEW_KERNELS, "--quiet");
        assertEquals("1 ", fail.code() + " " + fail.err());
        assertEquals(
                "\u2717 " + project + " main: 1 of 2 objects does not pass, on 138 of 138 required kernels\n",
                fail.out());
    }

    @Test
    void onlyWhatIsNewBreaksAgainstARef() throws IOException {
        assertEquals(1, push(BREAKS, "--ref", "main", NEW_KERNELS).code());
        Outcome known = push(BREAKS, "--ref", "pull/1", "--against", "main", NEW_KERNELS, "--quiet");
        assertEquals(0, known.code(), known::err);
        Path copy = Files.copy(Path.of(BREAKS), dir.resolve("another.bpf.o"));
        Outcome more = push(copy.toString(), "--ref", "pull/1", "--against", "main", NEW_KERNELS, "--quiet");
        assertEquals(1, more.code(), more::out);
        assertTrue(more.out().contains("138 kernels broke"), more::out);
        assertNoAnswer("has no ref nobody", push(BREAKS, "--ref", "pull/1", "--against", "nobody"));
        assertNoAnswer("--against is --ref itself", push(BREAKS, "--ref", "main", "--against", "main"));
    }

    @Test
    void exactTakesOffWhatIsNotPushed() {
        assertEquals(1, push(BREAKS, FIXED, "--ref", "main", NEW_KERNELS, "-q").code());
        assertEquals(1, push(FIXED, "--ref", "main", NEW_KERNELS, "-q").code(), "other paths stay");
        Outcome exact = push(FIXED, "--ref", "main", NEW_KERNELS, "-q", "--exact");
        assertEquals("0 ", exact.code() + " " + exact.err());
        assertEquals(1, get("/refs/main").get("objects").size());
    }

    @Test
    void theSameAgainChangesNothing() throws IOException {
        Path policy = Files.writeString(dir.resolve(".relogrid"), "required: debian 11\n");
        String[] args = {BREAKS, BREAKS, "./" + FIXED, "--ref", "main", "--policy", policy.toString()};
        Outcome first = push(args);
        assertEquals("0 ", first.code() + " " + first.err());
        JsonNode history = get("/refs/main/history").get("items");
        String version = get("").get("project").get("policyVersion").asString();
        Outcome second = push(args);
        assertEquals(first.out(), second.out());
        assertEquals(2, history.size());
        assertEquals(history, get("/refs/main/history").get("items"));
        assertEquals(version, get("").get("project").get("policyVersion").asString());
    }

    @Test
    void policiesThatAreNoneAreRefused() throws IOException {
        Path policy = Files.writeString(dir.resolve(".relogrid"), "required: [\n");
        assertNoAnswer(policy + ": ", push(BREAKS, "--ref", "main", "--policy", policy.toString()));
        assertEquals(
                404, calls.get("/api/v1/projects/" + project + "/refs/main").statusCode());
    }

    @Test
    void nothingIsAttachedUnlessAllIsThere() throws IOException {
        Path none = Files.writeString(dir.resolve("none.bpf.o"), "no object");
        assertNoAnswer(none + ": ", push(FIXED, none.toString(), "--ref", "main"));
        assertEquals(
                404, calls.get("/api/v1/projects/" + project + "/refs/main").statusCode());
    }

    @Test
    void tokensDecideWhoMay() throws IOException {
        assertNoAnswer("wants a token", push(Map.of(), FIXED, "--ref", "main"));
        assertNoAnswer("does not accept the token", push(Map.of("RELOGRID_TOKEN", "rlg_no"), FIXED, "--ref", "main"));
        String reader = tokens.create(NewToken.lasting("reader", Scope.READ)).secret();
        assertNoAnswer("the token may not", push(Map.of("RELOGRID_TOKEN", reader), FIXED, "--ref", "main"));
        calls.put("/api/v1/projects/elsewhere", new byte[0]);
        String bound = tokens.create(new NewToken("bound", Set.of(Scope.UPLOAD), "elsewhere", null))
                .secret();
        assertNoAnswer("the token may not", push(Map.of("RELOGRID_TOKEN", bound), FIXED, "--ref", "main"));
        Path file = Files.writeString(dir.resolve("token"), token + "\n");
        Outcome good =
                push(Map.of("RELOGRID_TOKEN", "rlg_no"), FIXED, "--ref", "main", "--token-file", file.toString());
        assertTrue(good.code() <= 1, good::err);
        Path empty = Files.writeString(dir.resolve("empty"), "\n");
        assertNoAnswer("expected a token", push(FIXED, "--ref", "main", "--token-file", empty.toString()));
    }

    @Test
    void whatIsStillBeingJudgedIsWaitedFor() throws IOException {
        Path slow = Files.write(dir.resolve("slow.bpf.o"), SlowObject.fresh());
        Outcome early = push(slow.toString(), "--ref", "main", NEW_KERNELS, "--timeout", "2");
        assertNoAnswer("one object is not judged yet; gave up after 2 s", early);
        Outcome done = push(slow.toString(), "--ref", "main", NEW_KERNELS, "--quiet");
        assertEquals("0 ", done.code() + " " + done.err());
        Outcome left = push(slow.toString(), "--ref", "main", "--no-wait");
        assertEquals("0  ", left.code() + " " + left.out() + " " + left.err());
    }

    @Test
    void whatCannotBeJudgedEndsInTwo() throws IOException {
        Path policy = Files.writeString(dir.resolve(".relogrid"), "rodata: {use_new_name: perhaps}");
        String object = SAMPLES + "rodata_switch.bpf.o";
        Outcome none = push(object, "--ref", "main", "--policy", policy.toString(), "--format", "json");
        assertEquals(2, none.code());
        assertEquals(
                "bad_profile",
                JSON.readTree(none.out()).get("errors").get(0).get("code").asString());
        assertTrue(none.err().contains("not everything could be answered"), none::err);
    }

    @Test
    void pathsAreSeenFromTheCurrentFolder() throws IOException {
        Outcome absolute = push(Path.of(FIXED).toAbsolutePath().toString(), "--ref", "main", NEW_KERNELS);
        assertEquals(0, absolute.code(), absolute::err);
        assertEquals(FIXED, get("/refs/main").get("objects").get(0).get("path").asString());
        Path odd = Files.copy(Path.of(FIXED), dir.resolve("a b;c%d\u00fc.o"));
        assertEquals(0, push(odd.toString(), "--ref", "main", NEW_KERNELS).code());
        assertEquals(
                dir + "/a b_c_d\u00fc.o",
                get("/refs/main").get("objects").get(1).get("path").asString());
        assertNoAnswer("lies outside the current folder", push("/etc/hostname", "--ref", "main"));
        assertNoAnswer("lies outside the current folder", push("../x.bpf.o", "--ref", "main"));
    }

    @Test
    void foldersArePushedWithAllTheyHold() throws IOException {
        Files.copy(Path.of(FIXED), dir.resolve("a.bpf.o"));
        Files.copy(Path.of(SAMPLES + "folio.bpf.o"), dir.resolve("b.bpf.o"));
        Outcome pass = push(dir.toString(), "--ref", "main", NEW_KERNELS, "--quiet");
        assertEquals("0 ", pass.code() + " " + pass.err());
        JsonNode objects = get("/refs/main").get("objects");
        assertEquals(dir + "/a.bpf.o", objects.get(0).get("path").asString());
        assertEquals(dir + "/b.bpf.o", objects.get(1).get("path").asString());
        assertEquals(2, objects.size());
    }

    @Test
    void everyFormIsWrittenByTheService() throws IOException {
        List<String> args = new ArrayList<>(List.of(BREAKS, "--ref", "main", NEW_KERNELS, "--format", "markdown"));
        for (Form form : Form.values()) {
            args.add("--output");
            args.add(form.word() + "=" + dir.resolve(form.word()));
        }
        Outcome fail = push(args.toArray(String[]::new));
        assertEquals("1 ", fail.code() + " " + fail.err());
        assertEquals(fail.out(), Files.readString(dir.resolve("markdown")));
        String marker = "<!-- relogrid: " + project.replace('-', '_') + " -->";
        assertTrue(fail.out().contains(marker), "a comment is found again by the project's name");
        for (Form form : Form.values()) {
            assertTrue(Files.size(dir.resolve(form.word())) > 0, form::word);
        }
    }

    @Test
    void noAnswerIsJsonTooWhereJsonIsWanted() {
        Outcome none = push(BREAKS, "--ref", "main", "--against", "nobody", "--format", "json");
        assertEquals(2, none.code());
        JsonNode json = JSON.readTree(none.out());
        assertEquals("no_answer", json.get("outcome").asString());
        assertTrue(json.get("errors").get(0).get("message").asString().contains("no ref nobody"), json::toString);
    }
}
