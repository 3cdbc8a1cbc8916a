package dev.relogrid.archive.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages somebody made to do harm, or that a disk damaged. */
final class HostilePackagesTest {
    private static final String FOLDER = "usr/lib/modules/6.1/";
    private static final byte[] INFO =
            "pkgname = linux\npkgver = 1\narch = x86_64\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path dir = Path.of("");

    private interface Fill {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    /** An Arch package, because a tar can hold everything. */
    private Path arch(Fill fill) throws IOException {
        Path file = dir.resolve("linux.pkg.tar.zst");
        try (OutputStream out = Files.newOutputStream(file);
                var zstd = new ZstdOutputStream(out).setLevel(1);
                var tar = new TarArchiveOutputStream(zstd)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            plain(tar, ".PKGINFO", INFO);
            fill.into(tar);
        }
        return file;
    }

    private static void plain(TarArchiveOutputStream tar, String path, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(path, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String path, byte type, String to) throws IOException {
        var entry = new TarArchiveEntry(path, type, true);
        entry.setLinkName(to);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path secret = Files.write(dir.resolve("secret"), ShippedBtf.smallest());
        for (byte type : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK}) {
            Path file = arch(tar -> link(tar, FOLDER + "vmlinuz", type, secret.toString()));
            var e = assertThrows(ArchiveProblem.class, () -> Imported.of(Imported.nothing(), file));
            assertTrue(String.valueOf(e.getMessage()).startsWith("no kernel image in"), e::getMessage);
        }
    }

    @Test
    void pathsThatLeadOutAreRefused() throws IOException {
        for (String path : new String[] {"../" + FOLDER + "vmlinuz", "usr/../../etc/passwd", "/etc/passwd"}) {
            Path file = arch(tar -> plain(tar, path, ShippedBtf.smallest()));
            assertMalformed(file, "paths that stay inside", "'" + path + "'");
        }
    }

    @Test
    void bombsAreStopped() throws IOException {
        Path file = arch(tar -> {
            var entry = new TarArchiveEntry("usr/share/zeros");
            entry.setSize(1L << 30);
            tar.putArchiveEntry(entry);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1 << 10; i++) {
                tar.write(zeros);
            }
            tar.closeArchiveEntry();
        });
        assertMalformed(file, "a package that unpacks to at most 268435456 bytes", "one that unpacks to more");
    }

    @Test
    void longNamesAreStopped() throws IOException {
        Path file = arch(tar -> {
            var name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(5 << 20);
            tar.putArchiveEntry(name);
            tar.write("x".repeat(5 << 20).getBytes(StandardCharsets.US_ASCII));
            tar.closeArchiveEntry();
        });
        assertMalformed(file, "headers of at most 1048576 bytes", "larger ones");
    }

    @Test
    void aModuleThatCannotBeReadSpoilsNoOther() throws IOException {
        byte[] btf = ShippedBtf.smallest();
        Path file = arch(tar -> {
            plain(tar, FOLDER + "vmlinuz", btf);
            plain(tar, FOLDER + "kernel/good.ko", btf);
            plain(tar, FOLDER + "kernel/bad.ko.xz", "not xz".getBytes(StandardCharsets.US_ASCII));
            plain(tar, FOLDER + "kernel/twice.ko", btf);
            plain(tar, FOLDER + "updates/twice.ko", new byte[] {(byte) 0x9f, (byte) 0xeb, 1, 0});
        });

        NewKernel kernel = Imported.of(Imported.nothing(), file).only();

        assertEquals(Set.of("good"), kernel.modules().keySet());
        assertEquals(2, kernel.quarantine().size());
        assertTrue(kernel.quarantine().getFirst().toString().startsWith("bad: "), kernel.quarantine()::toString);
        assertTrue(
                kernel.quarantine().getLast().toString().startsWith("twice: two modules of that name"),
                kernel.quarantine()::toString);
    }

    @Test
    void everyFlippedByteIsAnAnswerOrAClearError() throws Exception {
        Path module = Files.write(dir.resolve("veth.ko"), ShippedBtf.smallest());
        for (Path whole : new Path[] {
            new PackageBuilder(dir).with("lib/modules/6.1/vmlinuz", module).deb("linux-image", "1", "gzip"),
            new PackageBuilder(dir).with("lib/modules/6.1/vmlinuz", module).rpm("kernel", "w6.gzdio")
        }) {
            byte[] bytes = Files.readAllBytes(whole);
            var random = new Random(7);
            for (int i = 0; i < 60; i++) {
                byte[] damaged = bytes.clone();
                // half of them in the headers, which are a thousandth of the file
                int at = random.nextInt(i % 2 == 0 ? 600 : bytes.length);
                damaged[at] ^= (byte) (1 << random.nextInt(8));
                Path file = Files.write(dir.resolve("damaged"), damaged);
                try {
                    assertTrue(
                            Imported.of(Imported.suite("sid"), file).kernels().size() <= 1);
                } catch (MalformedInput | ArchiveProblem e) {
                    assertTrue(String.valueOf(e.getMessage()).length() > 20, e::getMessage);
                }
            }
        }
    }

    private static void assertMalformed(Path file, String expected, String found) {
        var e = assertThrows(MalformedInput.class, () -> Imported.of(Imported.nothing(), file));
        assertEquals(expected, e.expected());
        assertEquals(found, e.found());
        assertTrue(e.section().startsWith(file.getFileName().toString()), e::getMessage);
    }
}
