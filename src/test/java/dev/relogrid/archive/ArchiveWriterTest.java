package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stops a writer, the archive is whole. */
final class ArchiveWriterTest {
    private static final String ID = "debian/sid/amd64/1";

    @TempDir
    private Path dir = Path.of("");

    @Test
    void secondWriterIsTurnedAway() throws IOException {
        try (ArchiveWriter first = ArchiveWriter.open(dir)) {
            assertThrows(ArchiveProblem.class, () -> ArchiveWriter.open(dir));
            first.add(TestKernels.kernel(ID, TestKernels.btf("x")), false);
        }
        try (ArchiveWriter afterwards = ArchiveWriter.open(dir)) {
            afterwards.add(TestKernels.kernel("debian/sid/amd64/2", TestKernels.btf("y")), false);
        }

        assertEquals(2, Archive.open(dir).entries().size());
    }

    /** Another process, as it will be in life: it holds the lock until it is killed, and then the lock is gone. */
    @Test
    void writerInAnotherProcessIsRespectedUntilItDies() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals('!', other.getInputStream().read());
            ArchiveProblem problem = assertThrows(ArchiveProblem.class, () -> ArchiveWriter.open(dir));
            assertEquals("another process is writing to the archive in " + dir, problem.getMessage());
        } finally {
            other.destroyForcibly();
        }
        assertTrue(other.waitFor(30, TimeUnit.SECONDS));
        ArchiveWriter.open(dir).close();
    }

    /** What a kill between any two steps leaves: temporary files, and blobs without a row. */
    @Test
    void killedWriterLeavesTheArchiveAsItWas() throws IOException {
        Archive before = TestKernels.archive(dir, 1);
        Path blobs = dir.resolve("blobs");
        Files.write(dir.resolve(".tmp-1catalog.json"), new byte[] {'{'});
        Files.write(blobs.resolve(".tmp-2aa.zst"), new byte[100]);
        new Blobs(blobs).put(TestKernels.btf("never_listed"));

        assertEquals(before.entries(), Archive.open(dir).entries());
        Verification verification = Verification.of(Archive.open(dir));
        assertEquals(List.of(), verification.damage());
        assertEquals(1, verification.unused().size());

        TestKernels.archive(dir, 2);
        assertFalse(Files.exists(dir.resolve(".tmp-1catalog.json")));
        assertFalse(Files.exists(blobs.resolve(".tmp-2aa.zst")));
        assertEquals(2, Archive.open(dir).entries().size());
    }

    @Test
    void sameKernelAgainChangesNothing() throws IOException {
        TestKernels.archive(dir, 2);
        byte[] catalog = Files.readAllBytes(dir.resolve("catalog.json"));

        TestKernels.archive(dir, 2);

        assertArrayEquals(catalog, Files.readAllBytes(dir.resolve("catalog.json")));
    }

    @Test
    void otherKernelOfTheSameIdNeedsReplace() throws IOException {
        TestKernels.archive(dir, 1);
        NewKernel other = TestKernels.kernel(ID, TestKernels.btf("other"));
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            assertThrows(ArchiveProblem.class, () -> writer.add(other, false));
            assertEquals("type_1", nameInArchive());

            writer.add(other, true);
        }

        assertEquals("other", nameInArchive());
        assertEquals(1, Archive.open(dir).entries().size());
    }

    @Test
    void damagedBtfIsNotTaken() throws IOException {
        byte[] cut = Arrays.copyOf(TestKernels.btf("x"), 30);
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            assertThrows(MalformedInput.class, () -> writer.add(TestKernels.kernel(ID, cut), false));
            NewKernel badModule =
                    TestKernels.withModule(TestKernels.kernel(ID, TestKernels.btf("x")), "m", new byte[] {1, 2, 3});
            assertThrows(MalformedInput.class, () -> writer.add(badModule, false));
        }

        assertFalse(Files.exists(dir.resolve("catalog.json")));
        assertFalse(Files.exists(dir.resolve("blobs")));
    }

    @Test
    void damagedBlobIsMendedByAddingItsKernelAgain() throws IOException {
        Archive archive = TestKernels.archive(dir, 1);
        Path blob = TestKernels.blobOf(archive, ID);
        byte[] whole = Files.readAllBytes(blob);
        Files.write(blob, new byte[whole.length]);

        TestKernels.archive(dir, 1);

        assertArrayEquals(whole, Files.readAllBytes(blob));
    }

    private String nameInArchive() {
        var btf = Archive.open(dir).kernel(ID).vmlinux();
        return btf == null ? "none" : btf.name(1);
    }

    /** Takes the lock, says so, and waits to be killed. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] args) throws Exception {
            try (ArchiveWriter _ = ArchiveWriter.open(Path.of(args[0]))) {
                System.out.print('!');
                System.out.flush();
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            }
        }
    }
}
