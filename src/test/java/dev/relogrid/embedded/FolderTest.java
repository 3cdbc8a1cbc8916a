package dev.relogrid.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, and images laid out as folders. */
final class FolderTest {
    private static final byte[] OPEN = Built.object("handle_open");
    private static final byte[] EXIT = Built.object("handle_exit");

    @TempDir
    private Path folder = Path.of("");

    private void write(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, content);
    }

    /** Names inside the folder. */
    private List<String> names(Found found) {
        return found.objects().stream()
                .map(object -> object.name().substring(folder.toString().length()))
                .toList();
    }

    @Test
    void filesComeByNameAndEachContentOnce() throws IOException {
        write("z/agent", Built.host(EXIT));
        write("b/agent", Built.host(OPEN));
        write("b.tar", Built.tar(Map.of("agent", Built.host(OPEN))));
        write("a", Built.ascii("text"));
        write(".git/objects/agent", Built.host(Built.object("old")));
        Found found = EmbeddedObjects.in(folder, Limits.USUAL);
        assertEquals(List.of("/b/agent#handle_open", "/z/agent#handle_exit"), names(found));
        assertEquals(List.of(folder + ": 1 more copy of the same objects"), found.notes());
        assertEquals("a folder of 4 files", found.taken());
    }

    @Test
    void linksDevicesAndSocketsAreNotOpened() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        write("elsewhere/agent", Built.host(OPEN));
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("folder"), elsewhere);
        Files.createSymbolicLink(inside.resolve("file"), elsewhere.resolve("agent"));
        Files.createSymbolicLink(inside.resolve("loop"), inside);
        Files.createSymbolicLink(inside.resolve("zero"), Path.of("/dev/zero"));
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(inside.resolve("socket")));
            Found found = EmbeddedObjects.in(inside, Limits.USUAL);
            assertEquals(List.of(), found.objects());
            assertEquals(List.of(), found.unopened());
            assertEquals("a folder of 0 files", found.taken());
        }
    }

    @Test
    void damageInOneFileLeavesTheOthers() throws IOException {
        byte[] packed = Built.xz(Built.host(OPEN));
        write("a.xz", Arrays.copyOf(packed, packed.length / 2));
        write("b", Built.host(EXIT));
        Found found = EmbeddedObjects.in(folder, Limits.USUAL);
        assertEquals(List.of("/b#handle_exit"), names(found));
        assertEquals(
                List.of(new Unopened(folder + "/a.xz", "expected it whole, found its end too early")),
                found.unopened());
    }

    @Test
    void anImageLayoutNamesNoLayers() throws IOException {
        write("oci-layout", Built.ascii("{\"imageLayoutVersion\":\"1.0.0\"}"));
        write("blobs/sha256/" + "ab".repeat(32), Built.gzip(Built.tar(Map.of("usr/bin/agent", Built.host(OPEN)))));
        write("blobs/sha256/" + "cd".repeat(32), Built.zstd(Built.tar(Map.of("usr/bin/other", Built.host(EXIT)))));
        Found found = EmbeddedObjects.in(folder, Limits.USUAL);
        assertEquals(List.of(":usr/bin/agent#handle_open", ":usr/bin/other#handle_exit"), names(found));
    }

    @Test
    void whatIsNotThereIsAnError() {
        assertThrows(NoSuchFileException.class, () -> EmbeddedObjects.in(folder.resolve("missing"), Limits.USUAL));
    }
}
