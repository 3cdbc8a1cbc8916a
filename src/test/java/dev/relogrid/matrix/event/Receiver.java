package dev.relogrid.matrix.event;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who is told: a real HTTP server on this machine. */
public final class Receiver implements AutoCloseable {
    private static final int GOOD = 204;

    private final HttpServer server;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    /** What arrived. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Message(String path, Headers headers, byte[] body) {}

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    /** Answers the next ones with these statuses, and what follows with 204. */
    public synchronized void answer(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        messages.add(new Message(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes()));
        Integer status = answers.poll();
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
        exchange.sendResponseHeaders(status == null ? GOOD : status, -1);
        exchange.close();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?of=relogrid";
    }

    /** The next message, which must come soon. */
    public Message next() throws InterruptedException {
        Message message = messages.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing was sent");
        }
        return message;
    }

    public boolean isQuiet() {
        return messages.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
