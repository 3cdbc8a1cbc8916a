package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.CatalogEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code archive sync} from the outside, with the mirror this machine's apt has. */
final class ArchiveSyncTest {
    @TempDir
    private Path dir = Path.of("");

    private record Run(int code, String out, String err) {}

    /** One suite and architecture with a single, small kernel: 14 MB, and 10 MB of index. */
    @Test
    void aKernelIsFetchedOnceAndNeverAgain() throws IOException {
        Run plan = sync("--suites", "sid", "--arch", "s390x", "--modules", "none", "--dry-run");
        assertEquals(0, plan.code, plan.err);
        assertTrue(plan.out.contains("  debian/sid/s390x/"), plan.out);
        assertTrue(plan.out.contains("1 kernels to fetch, "), plan.out);
        assertTrue(Files.notExists(archive()), "a dry run leaves the archive alone");

        Run first = sync("--suites", "sid", "--arch", "s390x", "--modules", "none");
        assertEquals(0, first.code, first.err);
        assertTrue(first.out.startsWith("added 1 (0 incomplete), had 0, failed 0, passed over 0 "), first.out);
        assertTrue(first.err.startsWith("[1/1] debian/sid/s390x/"), first.err);
        CatalogEntry entry = Archive.open(archive()).entries().getFirst();
        assertNotNull(entry.btf());
        assertEquals(List.of(), files(dir.resolve("work/packages")));

        Run second = sync("--suites", "sid", "--arch", "s390x", "--modules", "none");
        assertEquals(0, second.code, second.err);
        assertTrue(second.out.startsWith("added 0 (0 incomplete), had 1, failed 0, "), second.out);
        assertEquals(entry, Archive.open(archive()).entries().getFirst());
    }

    @Test
    void anotherWriterIsNoticedBeforeAnythingIsFetched() throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.open(archive())) {
            Run run = sync("--suites", "sid", "--arch", "s390x");
            assertEquals(2, run.code, writer::toString);
            assertEquals("relogrid: another process is writing to the archive in " + archive() + "\n", run.err);
            assertTrue(Files.notExists(dir.resolve("work/apt")));
        }
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertEquals(2, sync("--suites", "sarge").code);
        assertTrue(sync("--arch", "vax").err.startsWith("relogrid: unknown architecture 'vax'"));
        assertEquals(2, run("archive", "sync", "gentoo", "--archive", archive().toString()).code);
        assertEquals(2, run("archive", "sync").code);
    }

    @Test
    void theWorkFolderIsInTheUsersCache() {
        assertEquals(
                Path.of("/c/relogrid/sync"), ArchiveSyncCommand.cache(Map.of("XDG_CACHE_HOME", "/c", "HOME", "/h")));
        assertEquals(Path.of("/h/.cache/relogrid/sync"), ArchiveSyncCommand.cache(Map.of("HOME", "/h")));
    }

    private Path archive() {
        return dir.resolve("archive");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Run sync(String... options) {
        List<String> args = new ArrayList<>(
                List.of("archive", "sync", "debian", "--archive", archive().toString()));
        args.addAll(List.of("--work", dir.resolve("work").toString()));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private static Run run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
