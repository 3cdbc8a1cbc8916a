package dev.relogrid.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs every example of docs/API.md as it stands there, with curl, in the order it stands there. */
@ServiceTest
final class ApiExamplesTest {
    private static final Path DOCS = Path.of("docs/API.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?)\\s+# → (\\d{3})\n```", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("^```sh$", Pattern.MULTILINE);
    private static final String KERNEL = "debian/bookworm/amd64/6.1.0-50-rt-amd64";
    private static final String NEWER = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    private record Example(String command, int status) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(DOCS));
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), Integer.parseInt(matcher.group(2))));
        }
        return examples;
    }

    @Test
    void everyBlockNamesItsStatus() throws IOException {
        long fences = FENCE.matcher(Files.readString(DOCS)).results().count();
        assertEquals(fences, examples().size());
        assertTrue(fences > 20);
    }

    @Test
    void everyExampleAnswersAsItSays(@TempDir Path dir) throws Exception {
        byte[] probe = Service.sample("ctime");
        // new to this service, whoever asked it before
        byte[] fresh = Arrays.copyOf(probe, probe.length + 1);
        Files.write(dir.resolve("probe.bpf.o"), fresh);
        Files.write(dir.resolve("other.bpf.o"), Service.sample("ctime_fixed"));
        HubFile.write(dir.resolve("kernel.btf.tar.xz"), "5.15.0-1.btf");
        Map<String, String> environment = Map.of(
                "URL",
                "http://127.0.0.1:" + port,
                "TOKEN",
                Service.admin(port, tokens).calls().token(),
                "SHA",
                Sha256.of(fresh),
                "OTHER",
                Sha256.of(Service.sample("ctime_fixed")),
                "KERNEL",
                KERNEL,
                "NEWER",
                NEWER);
        for (Example example : examples()) {
            assertEquals(example.status, status(example, dir, environment), example::command);
        }
    }

    private static int status(Example example, Path dir, Map<String, String> environment) throws Exception {
        String command = example.command.replaceFirst("(?s)(.*)curl ", "$1curl --globoff -w '\\\\n%{http_code}' ");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(dir.toFile());
        shell.environment().putAll(environment);
        shell.environment().remove("http_proxy");
        shell.redirectErrorStream(true);
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> example.command + "\n" + out);
        return Integer.parseInt(out.substring(out.lastIndexOf('\n') + 1).strip());
    }
}
