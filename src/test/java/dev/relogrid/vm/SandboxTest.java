package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What QEMU is left with while a guest runs, as the host's kernel sees it: docs/SECURITY-VM.md rests on this. */
final class SandboxTest {
    /** Looked at when the first program was heard of, so that QEMU has long put on its sandbox. */
    private static final class Look implements BootListener {
        private final Map<String, String> status = new TreeMap<>();
        private final Map<String, String> limits = new TreeMap<>();
        private final Set<String> open = new TreeSet<>();
        private final Set<String> written = new TreeSet<>();

        @Override
        public void program(String kernel, String object, BootedProgram program) {
            if (!status.isEmpty()) {
                return;
            }
            for (Process process : Living.all()) {
                try {
                    look(Path.of("/proc", "" + process.pid()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        private void look(Path proc) throws IOException {
            for (String line : Files.readAllLines(proc.resolve("status"))) {
                String[] parts = line.split(":\\s*", 2);
                status.put(parts[0], parts[1]);
            }
            for (String line : Files.readAllLines(proc.resolve("limits"))) {
                String[] columns = line.split("\\s{2,}", 4);
                limits.put(columns[0], columns[1]);
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(proc.resolve("fd"))) {
                for (Path file : files) {
                    open.add(Files.readSymbolicLink(file).toString());
                }
            }
            for (String line : Files.readAllLines(proc.resolve("maps"))) {
                String[] columns = line.split("\\s+", 6);
                if (columns[1].startsWith("rw-s") && columns.length == 6) {
                    written.add(columns[5]);
                }
            }
        }
    }

    /** So that QEMU is still there when the first was heard of. */
    private static BootObject manyPrograms() throws IOException {
        return Rig.real("bookworm_amd64_libbpf-tools_0.26.0+ds-1-klockstat");
    }

    @Test
    void littleIsLeftToQemu() throws Exception {
        Look look = new Look();
        BootReport report = Rig.boots().run(Rig.kernel("bookworm", "amd64"), List.of(manyPrograms()), look);
        assertEquals(BootEnd.DONE, report.boots().getLast().end());

        assertEquals("1", look.status.get("NoNewPrivs"));
        assertEquals("2", look.status.get("Seccomp"));
        assertEquals("0000000000000000", look.status.get("CapEff"));
        assertFalse(look.status.getOrDefault("Uid", "0").startsWith("0\t"), look.status.get("Uid"));
        assertEquals("0", look.limits.get("Max file size"));
        assertEquals("0", look.limits.get("Max core file size"));
        assertEquals("240", look.limits.get("Max cpu time"));
        assertTrue(Long.parseLong(look.limits.getOrDefault("Max address space", "0")) < 3L << 30);
        for (String file : look.open) {
            assertTrue(file.matches("/dev/null|(pipe|anon_inode):.*|/memfd:.*|.*/relogrid-guest-[^/]*/[a-z]+"), file);
        }
        assertEquals(1, look.written.size(), look.written.toString());
        assertTrue(look.written.iterator().next().endsWith("/area"), look.written.toString());
    }

    @Test
    void noWayOutOnTheCommandLine() {
        Launch launch = new Launch(
                Rig.kernel("bookworm", "amd64"),
                Machine.AMD64,
                Accelerator.TCG,
                new byte[0],
                Rig.options(),
                Launch.Trial.NONE);
        Path odd = Path.of("/tmp/a,b");
        String line = " " + String.join(" ", QemuCommand.words(launch, odd, odd, odd, 1 << 20)) + " ";
        for (String words : List.of(
                " -nodefaults ", " -no-user-config ", " -nic none ", " -display none ", " -no-reboot ", " -smp 1 ", " -m 384 ",
                " -sandbox on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny ",
                ",mem-path=/tmp/a,,b,")) {
            assertTrue(line.contains(words), words + "in" + line);
        }
        for (String words : List.of("-drive", "-virtfs", "-fsdev", "-netdev", "-monitor", "-qmp", "-usb", "-hda")) {
            assertFalse(line.contains(" " + words + " "), words);
        }
    }
}
