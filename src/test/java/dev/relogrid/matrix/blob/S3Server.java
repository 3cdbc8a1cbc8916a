package dev.relogrid.matrix.blob;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An object store in a process of its own, which keeps everything in a folder.
 *
 * @param settings how to reach it
 */
record S3Server(@Nullable Process process, S3Settings settings) implements AutoCloseable {
    private static final Path PROGRAM = Path.of("target/s3proxy/s3proxy-jar-with-dependencies.jar");
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    static S3Server none() {
        return new S3Server(null, new S3Settings("", "us-east-1", "", "", true));
    }

    /** @param bucket one it has from the start */
    static S3Server start(Path dir, String bucket) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Path kept = Files.createDirectories(dir.resolve("kept"));
        Files.createDirectories(kept.resolve(bucket));
        Path properties = Files.writeString(dir.resolve("s3proxy.properties"), """
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=key
                s3proxy.credential=secret
                s3proxy.endpoint=http://127.0.0.1:%d
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, kept));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-jar",
                        PROGRAM.toAbsolutePath().toString(),
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("s3proxy.log").toFile())
                .start();
        await(process, port, dir.resolve("s3proxy.log"));
        return new S3Server(process, new S3Settings("http://127.0.0.1:" + port, "us-east-1", "key", "secret", true));
    }

    private static void await(Process process, int port, Path log) throws IOException {
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > limit) {
                    throw new IOException("the object store does not start: " + Files.readString(log), e);
                }
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
