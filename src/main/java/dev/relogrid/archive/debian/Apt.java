package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Apt's programs, run with the machine's configuration or with one of ours; what they say is in English. */
final class Apt {
    /** Sets apart from apt-get what scripts may rely on, such as checked downloads. */
    private static final String HELPER = "/usr/lib/apt/apt-helper";

    private static final File NOTHING = new File("/dev/null");

    /** Those at work now: a program that is told to end must not leave them behind. */
    private static final Set<Process> RUNNING = Collections.newSetFromMap(new ConcurrentHashMap<>());

    private static volatile boolean stopping;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Apt::stop));
    }

    private final @Nullable Path config;

    private Apt(@Nullable Path config) {
        this.config = config;
    }

    private static void stop() {
        stopping = true;
        RUNNING.forEach(Process::destroy);
    }

    static Apt ofThisMachine() {
        return new Apt(null);
    }

    /** @param config a file of apt.conf(5) */
    static Apt with(Path config) {
        return new Apt(config);
    }

    /** How a program ended, and all it said. */
    record Outcome(int code, String said) {
        boolean failed() {
            return code != 0;
        }

        /** Apt's first sentence about an error, else about anything unusual. */
        String why() {
            for (String mark : List.of("E: ", "W: ")) {
                for (String line : said.lines().toList()) {
                    if (line.startsWith(mark)) {
                        return line.substring(mark.length()).strip();
                    }
                }
            }
            return "apt ended with exit code " + code;
        }
    }

    /** Reads what a program writes. */
    interface Reader {
        void read(InputStream output) throws IOException;
    }

    Outcome get(String... words) throws IOException {
        return run("apt-get", words);
    }

    Outcome config(String... words) throws IOException {
        return run("apt-config", words);
    }

    Outcome helper(String... words) throws IOException {
        return run(HELPER, words);
    }

    /** The content of an index, whatever it is compressed with. */
    void index(Path file, Reader reader) throws IOException {
        ProcessBuilder builder = builder(HELPER, "cat-file", file.toString());
        Process process = start(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
        try (InputStream output = process.getInputStream()) {
            reader.read(output);
        } catch (IOException e) {
            end(process);
            throw e;
        }
        if (end(process) != 0) {
            throw new IOException("apt cannot read " + file);
        }
    }

    private Outcome run(String program, String... words) throws IOException {
        Process process = start(builder(program, words).redirectErrorStream(true));
        String said;
        try (InputStream output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            end(process);
            throw e;
        }
        return new Outcome(end(process), said);
    }

    private ProcessBuilder builder(String program, String... words) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(NOTHING));
        builder.environment().put("LC_ALL", "C");
        if (config != null) {
            builder.environment().put("APT_CONFIG", config.toString());
        }
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            RUNNING.add(process);
            return process;
        } catch (IOException e) {
            throw new ArchiveProblem("apt is not there (" + e.getMessage()
                    + "): Debian's kernels can be fetched on Debian and its kin only");
        }
    }

    private static int end(Process process) throws IOException {
        try {
            int code = process.waitFor();
            if (stopping) {
                throw new InterruptedIOException("stopped while apt was at work");
            }
            return code;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while apt was at work");
        } finally {
            RUNNING.remove(process);
        }
    }
}
