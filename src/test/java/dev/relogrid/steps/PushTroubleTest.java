package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ci/push} where a service behaves as none should: every trouble is exit code 2, and a sentence. */
final class PushTroubleTest {
    private static final String TOKEN = "secret-of-the-trouble-test";

    /** What is answered to a question for the report; uploads go well. */
    private record Report(int status, Map<String, String> headers) {}

    @TempDir
    private Path dir = Path.of("");

    private final CopyOnWriteArrayList<String> commands = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Report report = new Report(200, Map.of());

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            ProcessHandle.allProcesses()
                    .flatMap(process -> process.info().commandLine().stream())
                    .forEach(commands::add);
            String path = exchange.getRequestURI().getPath();
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.endsWith("/report")) {
                report.headers.forEach(exchange.getResponseHeaders()::set);
                byte[] body = "a report\n".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(report.status, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "RELOGRID_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "RELOGRID_TOKEN",
                TOKEN,
                "RELOGRID_PROJECT",
                "agent",
                "RELOGRID_REF",
                "main",
                "RELOGRID_TIMEOUT",
                "3"));
    }

    private Shell push(PushShell shell, Map<String, String> environment) {
        return shell.push(new Workspace(dir.resolve("checkout")).good("a.bpf.o"), environment, "a.bpf.o");
    }

    private static void noAnswer(String why, Shell shell) {
        assertEquals(2, shell.code(), shell::toString);
        assertTrue(shell.err().lines().toList().getLast().startsWith("push: " + why), shell::toString);
    }

    @ParameterizedTest
    @CsvSource({"pass, 0", "fail, 1", "no_answer, 2", "perhaps, 2"})
    void theOutcomeIsTheExitCode(String outcome, int code) {
        report = new Report(200, Map.of("RELOGRID-OUTCOME", outcome));
        for (PushShell shell : PushShell.values()) {
            Shell pushed = push(shell, environment());
            assertEquals(code + " a report\n", pushed.code() + " " + pushed.out(), pushed::toString);
            assertEquals(code == 2, !pushed.err().isEmpty(), pushed::toString);
        }
    }

    @Test
    void noOutcomeIsNoAnswer() {
        noAnswer("not all that was asked has an answer", push(PushShell.DASH, environment()));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 429, 500, 503})
    void anyOtherStatusIsNoAnswer(int status) {
        report = new Report(status, Map.of("Relogrid-Outcome", "pass", "Location", "/elsewhere"));
        noAnswer("the service answers " + status, push(PushShell.DASH, environment()));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNeverReadyIsLeft(PushShell shell) {
        report = new Report(202, Map.of("Retry-After", "1"));
        noAnswer("no answer within 3 seconds", push(shell, environment()));
        report = new Report(202, Map.of("Retry-After", "-infinity"));
        noAnswer("no answer within 3 seconds", push(shell, environment()));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNotThereIsSaid(PushShell shell) throws IOException {
        Map<String, String> environment = environment();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("RELOGRID_URL", "http://127.0.0.1:" + silent.getLocalPort());
            noAnswer("the service cannot be reached", push(shell, environment));
        }
        noAnswer("the service cannot be reached", push(shell, environment));
        environment.put("RELOGRID_URL", "http://no-such-host.invalid");
        noAnswer("the service cannot be reached", push(shell, environment));
    }

    @ParameterizedTest
    @EnumSource
    void nobodySeesTheToken(PushShell shell) {
        report = new Report(200, Map.of("Relogrid-Outcome", "pass"));
        Shell pushed = push(shell, environment());
        assertEquals(0, pushed.code(), pushed::toString);
        assertTrue(
                commands.stream().anyMatch(command -> command.contains("/curl -K") || command.contains("curl -gsS")));
        assertTrue(commands.stream().noneMatch(command -> command.contains(TOKEN)), commands::toString);
        assertTrue(!pushed.toString().contains(TOKEN), pushed::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "RELOGRID_URL, '', RELOGRID_URL is not set",
        "RELOGRID_TOKEN, '', RELOGRID_TOKEN is not set",
        "RELOGRID_TOKEN, '\"\nurl = file:///etc/passwd', RELOGRID_TOKEN has characters that no token has",
        "RELOGRID_TIMEOUT, 0, say which objects",
        "RELOGRID_TIMEOUT, soon, say which objects",
        "TMPDIR, /nowhere, temporary files cannot be written",
    })
    void wrongUseIsNoAnswer(String name, String value, String why) {
        for (PushShell shell : PushShell.values()) {
            Map<String, String> environment = environment();
            environment.put(name, value);
            noAnswer(why, push(shell, environment));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.bpf.o", "/etc/hostname", "bpf/../a.bpf.o"})
    void objectsAreNamedByTheirPathsHere(String path) {
        Workspace workspace = new Workspace(dir.resolve("checkout"))
                .good("bpf/a.bpf.o")
                .good("../a.bpf.o")
                .good("a.bpf.o");
        noAnswer(
                path + ": objects are named by their paths in this folder",
                PushShell.DASH.push(workspace, environment(), path));
        noAnswer("say which objects", PushShell.DASH.push(workspace, environment()));
    }
}
