package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as users start it: what only a process of its own can show. */
final class LauncherTest {
    @TempDir
    private Path dir = Path.of("");

    private Tool shell(String script) throws IOException, InterruptedException {
        return Tool.run(dir, "sh", "-c", script);
    }

    @Test
    void theReportGoesToStdoutAndTheRestToStderr() throws IOException, InterruptedException {
        shell("./relogrid --version").output(); // builds when it must, which is told on stderr
        Tool inspect = shell("./relogrid inspect src/test/bpf/samples/ctime.bpf.o");
        assertTrue(inspect.output().startsWith("src/test/bpf/samples/ctime.bpf.o: an eBPF object"), inspect::out);
        assertEquals("", inspect.err());
        Tool wrong = shell("./relogrid inspect pom.xml");
        assertEquals("2 ", wrong.code() + " " + wrong.out());
        assertTrue(wrong.err().startsWith("relogrid: pom.xml: ELF header at offset 0x0: "), wrong::err);
        assertEquals(1, wrong.err().lines().count());
    }

    @Test
    void aReaderMayLeave() throws IOException, InterruptedException {
        shell("./relogrid --version").output();
        String vmlinux = ShippedFiles.vmlinux("7.3.4", dir).toString();
        Tool head = shell("./relogrid btf dump " + vmlinux + " | head -n 1");
        assertEquals(1, head.output().lines().count());
        assertEquals("", head.err());
    }

    @Test
    void aFullDiskIsSaid() throws IOException, InterruptedException {
        shell("./relogrid --version").output();
        Tool full = shell("./relogrid kernels >/dev/full");
        assertEquals("relogrid: cannot write the report: No space left on device\n", full.err());
        assertEquals(ExitCode.NO_ANSWER, full.code());
    }
}
