package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packing is stopped in other processes, by a kill or by the end of the disk: no kernel is ever lost. */
final class StoppedPackingTest {
    private static final int KILLS = 12;
    private static final String ADDED = "added ";
    private static final String ID = "debian/sid/amd64/";

    @TempDir
    private Path dir = Path.of("");

    private static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Names no kernel that is not in the archive, and no type that is not in its kernel. */
    private void assertWhole(Set<String> kernels) {
        Archive archive = Archive.open(dir);
        assertEquals(List.of(), Verification.of(archive).damage());
        Set<String> found = new TreeSet<>();
        for (StoredKernel kernel : archive.kernels()) {
            String release = kernel.id().substring(ID.length());
            assertEquals(
                    "type_" + release, Objects.requireNonNull(kernel.vmlinux()).name(1));
            found.add(release);
        }
        Set<String> missing = new TreeSet<>(kernels);
        missing.removeAll(found);
        assertEquals(Set.of(), missing);
    }

    @Test
    void killedAnywhere() throws Exception {
        Random random = new Random();
        Set<String> added = new TreeSet<>();
        Set<String> lastLines = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process packer = new ProcessBuilder(java(Packer.class, dir.toString(), kill + "-"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(packer.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = ""; !line.equals("start"); line = out.readLine()) {
                    assertNotNull(line, "it ended by itself");
                    if (line.startsWith(ADDED)) {
                        added.add(line.substring(ADDED.length()));
                    }
                }
                Thread.sleep(random.nextInt(300));
                packer.toHandle().destroyForcibly(); // which leaves what it said to be read
                String last = "";
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    last = line;
                    if (line.startsWith(ADDED)) {
                        added.add(line.substring(ADDED.length()));
                    }
                }
                lastLines.add(last.isEmpty() ? "start" : last.substring(0, 5));
            }
            assertTrue(packer.waitFor(30, TimeUnit.SECONDS));
            if (Files.exists(dir.resolve(Archive.CATALOG))) {
                assertWhole(added);
            }
        }
        try (ArchiveWriter writer = ArchiveWriter.openExisting(dir)) {
            writer.pack(true, (_, _, _) -> {});
        }
        assertWhole(added);
        assertEquals(1, Packs.list(dir).size());
        System.out.println("killed " + KILLS + " times after " + lastLines + ", " + added.size() + " kernels whole");
        assertTrue(added.size() > KILLS, () -> "killed too early: " + added);
    }

    /** A disk that ends is a file that cannot grow: the pack is larger than that, what Java needs to write is not. */
    @Test
    void noRoomForThePack() throws Exception {
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            byte[] random = new byte[2 << 20];
            new Random(1).nextBytes(random);
            String config = "CONFIG_X=" + Base64.getEncoder().encodeToString(random) + "\n";
            NewKernel kernel = TestKernels.kernel(ID + 1, TestKernels.btf("type_1"));
            writer.add(kernel.withConfig(config.getBytes(StandardCharsets.US_ASCII)), false);
        }
        List<String> before = files();
        byte[] catalog = Files.readAllBytes(dir.resolve(Archive.CATALOG));
        String command = java(PackOnce.class, dir.toString()).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));

        Process packer = new ProcessBuilder("/bin/sh", "-c", "ulimit -f 3000; exec " + command)
                .redirectErrorStream(true)
                .start();
        String said = new String(packer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, packer.waitFor(), said);
        assertTrue(said.contains("IOException: File too large"), said);
        assertEquals(before, files());
        assertArrayEquals(catalog, Files.readAllBytes(dir.resolve(Archive.CATALOG)));
        assertEquals(List.of(), Verification.of(Archive.open(dir)).damage());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    /** Adds kernels and packs them, now all of them and now the new ones, until it is killed. */
    static final class Packer {
        private Packer() {}

        public static void main(String[] args) throws Exception {
            try (ArchiveWriter writer = ArchiveWriter.open(Path.of(args[0]))) {
                for (int i = 0; i < 1_000_000; i++) {
                    if (i == 1) {
                        say("start"); // all classes are there now, the rest is writing
                    }
                    String name = args[1] + i % 4;
                    writer.add(TestKernels.kernel(ID + name, TestKernels.btf("type_" + name)), false);
                    say(ADDED + name);
                    writer.pack(i % 3 != 0, (_, _, _) -> {});
                    say("packed " + name);
                }
            }
        }

        private static void say(String what) {
            System.out.println(what);
            System.out.flush();
        }
    }

    /** Packs all there is and says what became of it. */
    static final class PackOnce {
        private PackOnce() {}

        public static void main(String[] args) throws IOException {
            try (ArchiveWriter writer = ArchiveWriter.openExisting(Path.of(args[0]))) {
                writer.pack(true, (_, _, _) -> {});
                System.out.println("packed");
            } catch (IOException e) {
                System.out.println(e);
            }
        }
    }
}
