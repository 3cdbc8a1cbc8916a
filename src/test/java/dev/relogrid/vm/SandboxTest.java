package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What QEMU is left with while a guest runs, as the host's kernel sees it: docs/SECURITY-VM.md rests on this. */
final class SandboxTest {
    /** One look at a process. */
    private static final class Look {
        private final Map<String, String> status = new TreeMap<>();
        private final Map<String, String> limits = new TreeMap<>();
        private final Set<String> open = new TreeSet<>();
        private final Set<String> written = new TreeSet<>();
        private final String network;

        Look(Path proc) throws IOException {
            network = network(proc);
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
                if (columns[1].startsWith("rw-s") && columns.length == 6 && columns[5].startsWith("/")) {
                    written.add(columns[5]);
                }
            }
        }
    }

    private static String network(Path proc) throws IOException {
        return Files.readSymbolicLink(proc.resolve("ns").resolve("net")).toString();
    }

    /** Whether a guest's program runs, which is long after QEMU has opened what it needs. */
    private static boolean isUp() throws IOException {
        for (Path folder : Leftovers.open()) {
            try (RandomAccessFile area =
                    new RandomAccessFile(folder.resolve("area").toFile(), "r")) {
                area.seek(56);
                if (area.read() == 2) {
                    return true;
                }
            } catch (FileNotFoundException e) {
                return false;
            }
        }
        return false;
    }

    /** A look at QEMU while a guest runs that does not end by itself. */
    private static Look lookAtQemu() throws Exception {
        Boots boots = Rig.boots().with(boot -> Map.of("selftest", "2"));
        Thread caller = new Thread(() -> {
            try {
                boots.run(Rig.kernel("bookworm", "amd64"), List.of(), BootListener.NONE);
            } catch (CancellationException e) {
                Thread.currentThread().interrupt();
            }
        });
        caller.start();
        try {
            while (true) {
                Thread.sleep(20);
                if (isUp()) {
                    return new Look(
                            Path.of("/proc", "" + Living.all().iterator().next().pid()));
                }
                assertTrue(caller.isAlive(), "the guest ended before it was looked at");
            }
        } finally {
            caller.interrupt();
            caller.join();
        }
    }

    @Test
    void littleIsLeftToQemu() throws Exception {
        Look look = lookAtQemu();

        assertEquals(
                Guard.ofThisProcess().hasOwnNetwork(),
                !look.network.equals(network(Path.of("/proc/self"))),
                look.network);
        assertEquals("2", look.status.get("Seccomp"));
        assertEquals("1", look.status.get("NoNewPrivs"));
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
                " -nodefaults ",
                " -no-user-config ",
                " -nic none ",
                " -display none ",
                " -no-reboot ",
                " -smp 1 ",
                " -m 384 ",
                " -sandbox on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny ",
                ",mem-path=/tmp/a,,b,")) {
            assertTrue(line.contains(words), words + "in" + line);
        }
        for (String words : List.of("-drive", "-virtfs", "-fsdev", "-netdev", "-monitor", "-qmp", "-usb", "-hda")) {
            assertFalse(line.contains(" " + words + " "), words);
        }
    }
}
