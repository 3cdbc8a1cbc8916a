package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A program that boots is killed, asked to end, or interrupted: its guest ends with it. */
final class OrphanTest {
    /** Boots a guest that stays until somebody ends it, and says its process id. */
    static final class Booter {
        private Booter() {}

        public static void main(String[] args) {
            Thread watcher = new Thread(() -> {
                while (Living.all().isEmpty()) {
                    Thread.onSpinWait();
                }
                System.out.println(Living.all().iterator().next().pid());
            });
            watcher.start();
            Rig.boots()
                    .with(boot -> Map.of("selftest", "2"))
                    .run(Rig.kernel("bookworm", "amd64"), List.of(), BootListener.NONE);
        }
    }

    private static Process booter() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Booter.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle guestOf(Process booter) throws Exception {
        var out = new BufferedReader(new InputStreamReader(booter.getInputStream(), StandardCharsets.UTF_8));
        long pid = Long.parseLong(Objects.requireNonNull(out.readLine(), "no guest"));
        ProcessHandle guest = ProcessHandle.of(pid).orElseThrow();
        // so that it is QEMU that has to end, not a word before it on the command line
        for (int i = 0;
                i < 500 && !Files.readString(Path.of("/proc", "" + pid, "comm")).startsWith("qemu");
                i++) {
            Thread.sleep(10);
        }
        return guest;
    }

    private static void assertGone(ProcessHandle guest) throws InterruptedException {
        for (int i = 0; i < 1000 && guest.isAlive(); i++) {
            Thread.sleep(10);
        }
        assertFalse(guest.isAlive(), "QEMU " + guest.pid() + " is left");
    }

    private static List<Path> foldersOf(long pid) throws Exception {
        List<Path> found = new ArrayList<>();
        for (Path parent : List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")))) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "relogrid-guest-" + pid + "-*")) {
                folders.forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void killed() throws Exception {
        Process booter = booter();
        ProcessHandle guest = guestOf(booter);
        booter.destroyForcibly().waitFor();
        assertGone(guest);

        // its files are the next one's to remove: ours now, unless another came first
        for (Path left : foldersOf(booter.pid())) {
            Leftovers.sweep(Objects.requireNonNull(left.getParent()));
        }
        assertEquals(List.of(), foldersOf(booter.pid()));
    }

    @Test
    void askedToEnd() throws Exception {
        Process booter = booter();
        ProcessHandle guest = guestOf(booter);
        booter.destroy();
        booter.waitFor();
        assertGone(guest);
        assertEquals(List.of(), foldersOf(booter.pid()));
    }

    @Test
    void interrupted() throws Exception {
        Thread caller = new Thread(() -> {
            try {
                Rig.boots().run(Rig.kernel("bookworm", "amd64"), List.of(), BootListener.NONE);
            } catch (java.util.concurrent.CancellationException e) {
                Thread.currentThread().interrupt();
            }
        });
        caller.start();
        while (Living.all().isEmpty()) {
            Thread.sleep(5);
        }
        ProcessHandle guest = Living.all().iterator().next().toHandle();
        caller.interrupt();
        caller.join(10_000);
        assertFalse(caller.isAlive());
        assertTrue(Living.all().isEmpty());
        assertGone(guest);
    }
}
