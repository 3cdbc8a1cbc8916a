package dev.relogrid.matrix.event;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 POST to an address that was looked up and judged before: the JDK's own client would look the host up again,
 * and get another answer from whoever wants to be asked elsewhere. Follows nothing and reads the first line only.
 *
 * @param limit how long all of it may take
 */
record Post(Destination to, InetSocketAddress address, Duration limit) {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final int LONGEST_LINE = 1024;

    /**
     * Sends and waits for the answer.
     *
     * @return the answer's status
     * @throws IOException when there is no answer, none in time, or one that is not HTTP
     */
    int send(Map<String, String> headers, byte[] body) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        try (Socket plain = new Socket()) {
            Thread watch = Thread.ofVirtual().start(() -> closeWhenLate(plain, late));
            try {
                plain.connect(address, (int) limit.toMillis());
                Socket socket = to.secure() ? secured(plain) : plain;
                OutputStream out = socket.getOutputStream();
                out.write(head(headers, body.length).getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                return status(new BufferedInputStream(socket.getInputStream(), LONGEST_LINE));
            } catch (IOException e) {
                throw late.get() ? new IOException("no answer within " + limit.toSeconds() + " s", e) : e;
            } finally {
                watch.interrupt();
            }
        }
    }

    private void closeWhenLate(Socket socket, AtomicBoolean late) {
        try {
            Thread.sleep(limit);
            late.set(true);
            socket.close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt(); // it is over, one way or the other
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private String head(Map<String, String> headers, int length) {
        StringBuilder head = new StringBuilder("POST " + to.target() + " HTTP/1.1\r\nHost: " + to.authority() + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: " + length + "\r\nConnection: close\r\n\r\n")
                .toString();
    }

    private static int status(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) next);
            next = in.read();
        }
        Matcher matcher = STATUS.matcher(line.toString().stripTrailing());
        if (!matcher.matches()) {
            throw new IOException(
                    line.isEmpty() ? "the connection was closed without an answer" : "the answer is not HTTP");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
