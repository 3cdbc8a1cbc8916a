package dev.relogrid.matrix.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A node of the service in a process of its own, which can be killed as any process can. */
final class NodeProcess implements AutoCloseable {
    private final Process process;

    private NodeProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one from the test's own class path.
     *
     * @param before what the program is started by, such as {@code faketime +1h}; usually nothing
     * @param log where it writes
     */
    static NodeProcess start(List<String> before, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add("dev.relogrid.RelogridApplication");
        command.addAll(arguments);
        try {
            return new NodeProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the Java program, whatever it was started by. */
    long pid() {
        return process.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(process.toHandle())
                .pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does; returns when it is gone. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        ProcessHandle _ = process.destroyForcibly().onExit().join().toHandle();
    }

    @Override
    public void close() {
        kill();
    }
}
