package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that are not there, misbehave, or are something else: one sentence, exit code 2, and in time. */
final class PushServiceTest {
    private static final String OBJECT = "src/test/bpf/samples/ctime.bpf.o";
    private static final String TOKEN = "rlg_secret";
    private static final String PROBLEM = "application/problem+json";

    private HttpServer server;
    private final List<String> requests = new ArrayList<>();

    PushServiceTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** What the server does, given how often it was asked before. */
    private interface Behaviour {
        void answer(HttpExchange exchange, int before) throws IOException;
    }

    private void behave(Behaviour behaviour) {
        server.createContext("/", exchange -> {
            int before;
            synchronized (requests) {
                before = requests.size();
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            }
            behaviour.answer(exchange, before);
            exchange.close();
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, isHead || bytes.length == 0 ? -1 : bytes.length);
        if (!isHead) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** As a service does, until it comes to the report. */
    private static void likeAService(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "application/json", "{\"project\": {\"name\": \"p\"}}");
    }

    private Outcome push(String... args) {
        return pushTo("http://127.0.0.1:" + server.getAddress().getPort(), args);
    }

    private static Outcome pushTo(String address, String... args) {
        List<String> all = new ArrayList<>(List.of("push", OBJECT, "--server", address));
        all.addAll(Arrays.asList(args));
        for (String needed : List.of("--project=p", "--ref=r")) {
            String option = needed.substring(0, needed.indexOf('=') + 1);
            if (all.stream().noneMatch(arg -> arg.startsWith(option))) {
                all.add(needed);
            }
        }
        long start = System.nanoTime();
        Terminal terminal = new Terminal(false, 80, true, Map.of("RELOGRID_TOKEN", TOKEN));
        Outcome outcome = Outcome.of(terminal, all.toArray(String[]::new));
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(30).toNanos(), "in time");
        assertFalse(outcome.err().contains(TOKEN), "a token is never printed");
        return outcome;
    }

    private static void assertNoAnswer(String part, Outcome outcome) {
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains(part), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
        assertEquals(ExitCode.NO_ANSWER, outcome.code());
    }

    @Test
    void nobodyIsThere() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.stop(0);
        assertNoAnswer(address + ": no connection (", pushTo(address, "--timeout=2"));
        assertNoAnswer("there is no host of that name", pushTo("https://relogrid.invalid", "--timeout=1"));
    }

    @Test
    void itTakesConnectionsAndNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + silent.getLocalPort();
            assertNoAnswer("no answer within 1 s; gave up after 1 s", pushTo(address, "--timeout=1"));
        }
    }

    @Test
    void itStopsInTheMiddleOfAnAnswer() {
        behave((exchange, _) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            PushDeadline.sleep(Duration.ofSeconds(3));
        });
        assertNoAnswer("no answer within 1 s", push("--timeout=1"));
    }

    @Test
    void itSpeaksSomethingElse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(other));
            String address = "http://127.0.0.1:" + other.getLocalPort();
            assertNoAnswer("the connection broke (", pushTo(address, "--timeout=2"));
            assertNoAnswer("no secure connection (", pushTo(address.replace("http:", "https:"), "--timeout=2"));
        }
    }

    private static void greet(ServerSocket server) {
        try {
            while (true) {
                try (Socket socket = server.accept()) { // ends with the test, which closes it
                    socket.getOutputStream()
                            .write("220 mail.example.com ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    PushDeadline.sleep(Duration.ofMillis(100));
                }
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    @Test
    void itFailsAndIsTriedAgain() {
        behave((exchange, before) -> {
            if (before < 2) {
                answer(exchange, 503, PROBLEM, "{\"detail\": \"the database is away\"}");
            } else {
                answer(exchange, 404, "text/html", "<h1>Not Found</h1>");
            }
        });
        assertNoAnswer("it answers 404 and not as relogrid does", push());
        assertEquals(3, requests.size());
    }

    @Test
    void itGoesOnFailing() {
        behave((exchange, _) -> answer(exchange, 503, PROBLEM, "{\"detail\": \"the database is away\"}"));
        assertNoAnswer("the database is away; gave up after 2 s (--timeout)", push("--timeout=2"));
    }

    @Test
    void itSaysWhenThereIsRoom() {
        behave((exchange, before) -> {
            exchange.getResponseHeaders().set("Retry-After", before == 0 ? "1" : "3600");
            answer(exchange, 429, PROBLEM, "{\"detail\": \"there is room again later\"}");
        });
        assertNoAnswer("there is room again later; gave up", push());
        assertEquals(2, requests.size());
    }

    @Test
    void itIsSomethingElseThatSaysYes() {
        behave((exchange, _) -> answer(exchange, 200, "text/html", "<h1>Welcome to p</h1>"));
        assertNoAnswer("it answers 200 and not as relogrid does", push());
        assertEquals(List.of("GET /api/v1/projects/p"), requests, "nothing was uploaded to it");
    }

    @Test
    void itLeadsElsewhere() {
        behave((exchange, _) -> {
            exchange.getResponseHeaders().set("Location", "https://other.example.com/");
            answer(exchange, 302, "text/html", "");
        });
        assertNoAnswer("give that address as --server (https://other.example.com/)", push());
        assertEquals(1, requests.size());
    }

    @Test
    void itGivesAReportThatDoesNotSayWhatItComesTo() {
        behave((exchange, _) -> likeAService(exchange));
        assertNoAnswer("without saying whether that is good or bad", push());
        assertEquals("GET /api/v1/projects/p/refs/r/report?format=text", requests.getLast());
    }

    @Test
    void theTokenIsNotShownOnTheWay() {
        assertNoAnswer("use https, or --insecure", pushTo("http://relogrid.invalid"));
        assertNoAnswer("use https, or --insecure", pushTo("http://localhost.relogrid.invalid"));
        assertNoAnswer("there is no host of that name", pushTo("http://relogrid.invalid", "--insecure", "--timeout=1"));
    }

    @Test
    void addressesAndNamesThatAreNone() {
        for (String address :
                List.of("relogrid.example.com", "ftp://a", "https://user:rlg_secret@a", "https://a?b", "https://")) {
            assertNoAnswer("--server: expected an address", pushTo(address));
        }
        assertNoAnswer("a project's name is", push("--project=A/B"));
        assertNoAnswer("--ref is empty", push("--ref="));
        assertNoAnswer("--commit is 7 to 64", push("--commit=HEAD"));
        assertNoAnswer("--timeout is at least 1", push("--timeout=0"));
        assertNoAnswer("--no-wait and --wait exclude each other", push("--wait", "--no-wait"));
    }

    @Test
    void whatIsMissingComesFromTheEnvironment() {
        behave((exchange, _) -> answer(exchange, 401, PROBLEM, "{}"));
        Map<String, String> environment = Map.of(
                "RELOGRID_URL", "http://127.0.0.1:" + server.getAddress().getPort(), "RELOGRID_PROJECT", "from-there");
        Terminal terminal = new Terminal(false, 80, true, environment);
        assertNoAnswer("it wants a token", Outcome.of(terminal, "push", OBJECT, "--ref=r"));
        assertEquals(List.of("GET /api/v1/projects/from-there"), requests);
        assertNoAnswer("--server or the variable RELOGRID_URL is missing", Outcome.of("push", OBJECT, "--ref=r"));
    }
}
