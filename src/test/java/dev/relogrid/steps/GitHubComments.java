package dev.relogrid.steps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The part of GitHub's REST interface that keeps comments of issues and pull requests, on this machine. */
final class GitHubComments implements AutoCloseable {
    /** Who writes with the token of a job. */
    static final String BOT = "github-actions[bot]";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LIST = Pattern.compile("/repos/someone/agent/issues/(\\d+)/comments");
    private static final Pattern ONE = Pattern.compile("/repos/someone/agent/issues/comments/(\\d+)");
    private static final Pattern PAGE = Pattern.compile("per_page=(\\d+)&page=(\\d+)");

    /** One comment as it is now. */
    record Comment(long id, long issue, String author, String body) {}

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final List<Comment> comments = new ArrayList<>();
    private final List<String> writes = new ArrayList<>();
    private boolean readOnly;

    GitHubComments() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As for a pull request from a fork. */
    synchronized void refuseWriting() {
        readOnly = true;
    }

    /** Somebody comments. */
    synchronized void add(long issue, String author, String body) {
        comments.add(new Comment(comments.size() + 1L, issue, author, body));
    }

    synchronized List<Comment> comments() {
        return List.copyOf(comments);
    }

    /** Methods and paths of the requests that changed something, in order. */
    synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Answer answer(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (!"Bearer token of the job".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Answer(401, "{\"message\": \"Bad credentials\"}");
        }
        Matcher list = LIST.matcher(path);
        if (method.equals("GET") && list.matches()) {
            return new Answer(
                    200,
                    page(Long.parseLong(list.group(1)), exchange.getRequestURI().getQuery()));
        }
        if (readOnly) {
            return new Answer(403, "{\"message\": \"Resource not accessible by integration\"}");
        }
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        writes.add(method + " " + path);
        Matcher one = ONE.matcher(path);
        if (method.equals("POST") && list.matches()) {
            add(Long.parseLong(list.group(1)), BOT, body.path("body").asString());
            return new Answer(201, "{}");
        }
        if (method.equals("PATCH") && one.matches()) {
            int index = Integer.parseInt(one.group(1)) - 1;
            Comment old = comments.get(index);
            comments.set(
                    index,
                    new Comment(old.id, old.issue, old.author, body.path("body").asString()));
            return new Answer(200, "{}");
        }
        return new Answer(404, "{\"message\": \"Not Found\"}");
    }

    private String page(long issue, String query) {
        Matcher page = PAGE.matcher(query);
        if (!page.matches()) {
            throw new IllegalArgumentException("no page: " + query);
        }
        long size = Long.parseLong(page.group(1));
        ArrayNode array = JSON.createArrayNode();
        comments.stream()
                .filter(comment -> comment.issue == issue)
                .skip(size * (Long.parseLong(page.group(2)) - 1))
                .limit(size)
                .forEach(comment -> {
                    var node = array.addObject().put("id", comment.id).put("body", comment.body);
                    node.putObject("user").put("login", comment.author);
                });
        return array.toString();
    }
}
