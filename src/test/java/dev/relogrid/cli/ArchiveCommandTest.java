package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ShippedBtf;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code archive add} and {@code archive verify} from the outside: exit code, stdout, stderr. */
final class ArchiveCommandTest {
    private static final String ID = "debian/sid/amd64/7.2";

    @TempDir
    private Path dir = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void addsAndVerifies() throws IOException {
        assertEquals(0, run("add", "--archive", archive(), "--id", ID, "--package-version", "7.2-1", kernel()));
        assertEquals(0, run("verify", "--archive", archive()));

        assertEquals(
                "7.2-1", Archive.open(dir.resolve("archive")).find(ID).origin().version());
        assertTrue(out.toString().contains("1 kernels, 1 blobs"), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void damageIsExitCodeTwo() throws IOException {
        run("add", "--archive", archive(), "--id", ID, kernel());
        Path blob;
        try (Stream<Path> files = Files.walk(dir.resolve("archive"))) {
            blob = files.filter(file -> file.toString().endsWith(".zst"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] packed = Files.readAllBytes(blob);
        packed[packed.length / 2] ^= 1;
        Files.write(blob, packed);

        assertEquals(2, run("verify", "--archive", archive()));
        assertTrue(err.toString().startsWith("relogrid: " + ID + ": archive blob "), err::toString);
    }

    @Test
    void noKernelIsExitCodeTwo() throws IOException {
        Path text = Files.writeString(dir.resolve("text"), "hello");

        assertEquals(2, run("add", "--archive", archive(), "--id", ID, text.toString()));
        assertEquals(
                2,
                run(
                        "add",
                        "--archive",
                        archive(),
                        "--id",
                        ID,
                        dir.resolve("absent").toString()));
        assertEquals(2, run("add", "--archive", archive(), "--id", "nonsense", kernel()));
        assertEquals(2, run("verify", "--archive", archive()));
        assertEquals(2, run());
        assertEquals("", out.toString());
    }

    private String archive() {
        return dir.resolve("archive").toString();
    }

    private String kernel() throws IOException {
        return Files.write(dir.resolve("vmlinux.btf"), ShippedBtf.smallest()).toString();
    }

    private int run(String... args) {
        return new CommandLine(new ArchiveCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
