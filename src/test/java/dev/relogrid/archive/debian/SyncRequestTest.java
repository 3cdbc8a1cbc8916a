package dev.relogrid.archive.debian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.ArchiveProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What may be asked for, where it comes from, and where it lies meanwhile. */
final class SyncRequestTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void namesThatAreNoneAreRefusedBeforeAnythingIsDone() {
        assertTrue(
                problem(() -> request("stable", "amd64")).startsWith("unknown suite 'stable': suites go by codename"));
        assertTrue(problem(() -> request("trixie-", "amd64")).startsWith("unknown suite 'trixie-'"));
        assertTrue(problem(() -> request("sid", "x86_64")).startsWith("unknown architecture 'x86_64'"));
    }

    @Test
    void securitySuitesHaveAMirrorOfTheirOwn() {
        Mirror mirror = Mirror.of("""
                file:/srv/mirror/other/|Other|Packages
                file:/srv/mirror/debian/|Debian|Contents-deb
                file:/srv/mirror/debian/|Debian|Packages
                file:/srv/mirror/security/|Debian-Security|Packages
                """);
        assertEquals("file:/srv/mirror/debian/", mirror.of(Suite.of("trixie-backports")));
        assertEquals("file:/srv/mirror/security/", mirror.of(Suite.of("trixie-security")));
    }

    @Test
    void withoutLabelsTheAddressHasToDo() {
        Mirror mirror = Mirror.of("file:/srv/debian/|$(LABEL)|Packages\n");
        assertEquals("file:/srv/debian/", mirror.main());
        assertNull(mirror.of(Suite.of("trixie-security")));
        assertTrue(problem(() -> Mirror.of("")).startsWith("there is no mirror of Debian in apt's configuration"));
    }

    @Test
    void oneSyncAtATimeInAFolder() throws IOException {
        try (WorkFolder first = WorkFolder.open(dir)) {
            assertTrue(Files.isDirectory(dir.resolve("packages")));
            String problem = problem(() -> WorkFolder.open(dir));
            assertEquals(
                    "another sync works in " + dir + ": wait for it, or give another --work", problem, first::toString);
        }
        WorkFolder.open(dir).close();
    }

    @Test
    void whatAKilledRunLeftIsRemovedUnlessItIsStillWanted() throws IOException {
        AptRoot root = AptRoot.make(dir.resolve("root"), "", Suite.of("sid"), List.of("amd64"));
        KernelBuild build = Listed.in("sid").getFirst();
        try (WorkFolder work = WorkFolder.open(dir.resolve("work"))) {
            Path wanted = Files.writeString(work.place(build.image()), "the first half");
            Path stale =
                    Files.writeString(wanted.resolveSibling("linux-binary-7.1_amd64.deb"), "of a build that is gone");
            work.tidy(List.of(new PlannedKernel(build, false, root)));
            assertTrue(Files.exists(wanted));
            assertFalse(Files.exists(stale));
        }
    }

    @Test
    void aPackageThatDoesNotFitIsNotBegun() throws IOException {
        try (WorkFolder work = WorkFolder.open(dir)) {
            var huge = new PoolFile("linux-image-9", "pool/linux-image-9.deb", 1L << 50, "a".repeat(64));
            String problem = problem(() -> work.makeSureItFits(huge));
            assertTrue(
                    problem.endsWith(" MB left, too few for linux-image-9.deb with 1073741824 MB:"
                            + " make room, or give another --work"),
                    problem);
        }
    }

    private SyncRequest request(String suite, String arch) {
        return new SyncRequest(List.of(suite), List.of(arch), ModulePolicy.NONE, dir, dir);
    }

    private static String problem(Executable action) {
        return String.valueOf(assertThrows(ArchiveProblem.class, action).getMessage());
    }
}
