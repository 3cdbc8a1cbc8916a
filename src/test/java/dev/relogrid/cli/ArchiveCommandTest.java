package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.ShippedBtf;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of {@code archive} from the outside: exit code, stdout, stderr. */
final class ArchiveCommandTest {
    private static final String ID = "debian/sid/amd64/7.2";

    @TempDir
    private Path dir = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void addsAndVerifies() throws IOException {
        assertEquals(0, run("add", "--archive", archive(), "--id", ID, "--package-version", "7.2-1", kernel()));
        assertEquals(0, run("verify", "--archive", archive()));

        assertEquals(
                "7.2-1", Archive.open(dir.resolve("archive")).find(ID).origin().version());
        assertTrue(out.toString().contains("1 kernels, 1 files"), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void configAndSymbolsAreKeptAndShown() throws IOException {
        Path config = Files.writeString(dir.resolve("config"), "CONFIG_BPF=y\n# CONFIG_X is not set\nCONFIG_HZ=250\n");
        Path map = Files.writeString(dir.resolve("System.map"), "ffffffff81000000 T _text\n".repeat(50));
        Path stub = Files.writeString(dir.resolve("stub"), "ffffffffffffffff B The real System.map is elsewhere\n");
        assertEquals(
                0,
                run(
                        "add",
                        "--archive",
                        archive(),
                        "--id",
                        ID,
                        "--config",
                        config.toString(),
                        "--symbols",
                        map.toString(),
                        kernel()));
        assertEquals(0, run("show", "--archive", archive(), "7.2"));
        assertEquals(0, run("verify", "--archive", archive()));
        assertTrue(out.toString().contains("\nconfig     2 options set\nsymbols    50 symbols\n"), out::toString);
        assertTrue(out.toString().contains("1 kernels, 3 files"), out::toString);
        assertEquals("", err.toString());

        assertEquals(0, run("add", "--archive", archive(), "--id", ID + "-2", "--symbols", stub.toString(), kernel()));
        assertEquals("relogrid: left out " + stub + ": a placeholder without symbols\n", err.toString());
        assertEquals(2, run("add", "--archive", archive(), "--id", ID + "-3", "--config", map.toString(), kernel()));
        assertEquals(2, Archive.open(dir.resolve("archive")).entries().size());
    }

    @Test
    void damageIsExitCodeTwo() throws IOException {
        run("add", "--archive", archive(), "--id", ID, kernel());
        Path blob;
        try (Stream<Path> files = Files.walk(dir.resolve("archive"))) {
            blob = files.filter(file -> file.toString().endsWith(".zst"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] packed = Files.readAllBytes(blob);
        packed[packed.length / 2] ^= 1;
        Files.write(blob, packed);

        assertEquals(2, run("verify", "--archive", archive()));
        assertTrue(err.toString().startsWith("relogrid: " + ID + ": archive blob "), err::toString);
    }

    @Test
    void damagedPackIsExitCodeTwo() throws IOException {
        run("add", "--archive", archive(), "--id", ID, kernel());
        try (ArchiveWriter writer = ArchiveWriter.open(dir.resolve("archive"))) {
            writer.pack(true, (_, _, _) -> {});
        }
        assertEquals(0, run("verify", "--archive", archive()));
        Path pack;
        try (Stream<Path> files = Files.walk(dir.resolve("archive"))) {
            pack = files.filter(file -> file.toString().endsWith(".pack"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(pack);
        String name = pack.getFileName().toString().replace(".pack", "");
        for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(pack, damaged);

            assertEquals(2, run("verify", "--archive", archive()));
            assertTrue(err.toString().startsWith("relogrid: pack " + name + " with 1 kernels: "), err::toString);
            err.getBuffer().setLength(0);
        }
    }

    @Test
    void noKernelIsExitCodeTwo() throws IOException {
        Path text = Files.writeString(dir.resolve("text"), "hello");

        assertEquals(2, run("add", "--archive", archive(), "--id", ID, text.toString()));
        assertEquals(
                2,
                run(
                        "add",
                        "--archive",
                        archive(),
                        "--id",
                        ID,
                        dir.resolve("absent").toString()));
        assertEquals(2, run("add", "--archive", archive(), "--id", "nonsense", kernel()));
        assertTrue(Files.notExists(dir.resolve("archive")), "an archive was made for nothing");
        assertEquals(2, run("verify", "--archive", archive()));
        assertEquals(2, run());
        assertEquals("", out.toString());
    }

    @Test
    void aDamagedPackageLeavesTheArchiveAsItWas() throws IOException {
        run("add", "--archive", archive(), "--id", ID, kernel());
        byte[] before = Files.readAllBytes(dir.resolve("archive/catalog.json"));
        Path deb = Files.writeString(dir.resolve("linux.deb"), "!<arch>\ndebian-binary   0           0     0     1006");

        assertEquals(2, run("add", "--archive", archive(), "--suite", "sid", deb.toString()));
        assertEquals(
                "relogrid: linux.deb at offset 0x34: expected a header of 60 bytes, found 44 bytes",
                err.toString().strip());
        assertArrayEquals(before, Files.readAllBytes(dir.resolve("archive/catalog.json")));
        assertEquals(0, run("verify", "--archive", archive()));
        assertEquals(2, run("add", "--archive", archive(), "--module", "veth.ko", deb.toString()));
        assertTrue(
                err.toString().endsWith("relogrid: --module is for an image given alone, with --id\n"), err::toString);
    }

    @Test
    void whatIsQuarantinedIsShownAndNoDamage() throws IOException {
        Path module = Files.write(dir.resolve("veth.btf"), new byte[] {(byte) 0x9f, (byte) 0xeb, 1, 0, 24});

        assertEquals(0, run("add", "--archive", archive(), "--id", ID, "--module", module.toString(), kernel()));
        assertEquals(0, run("show", "--archive", archive(), "7.2"));
        assertEquals(0, run("verify", "--archive", archive()));

        String sentence = "veth: module veth at offset 0x0: expected a BTF header of 24 bytes, found 5 bytes";
        assertTrue(out.toString().contains("\nquarantine " + sentence + "\n"), out::toString);
        assertEquals(
                List.of(
                        "relogrid: " + ID + ": quarantined " + sentence,
                        "relogrid: quarantined: " + ID + ": " + sentence),
                err.toString().lines().toList());
    }

    @Test
    void pruneRemovesWhatIsUnused() throws IOException {
        run("add", "--archive", archive(), "--id", ID, kernel());
        Path folder = Files.createDirectories(dir.resolve("archive/blobs/00"));
        Path unused = Files.write(folder.resolve("0".repeat(64) + ".zst"), new byte[1]);

        assertEquals(0, run("prune", "--archive", archive()));
        assertEquals(0, run("prune", "--archive", archive()));
        assertEquals(2, run("prune", "--archive", dir.resolve("absent").toString()));

        assertTrue(Files.notExists(unused));
        assertTrue(out.toString().endsWith("1 unused blobs removed\n0 unused blobs removed\n"), out::toString);
        assertEquals(0, run("verify", "--archive", archive()));
    }

    private String archive() {
        return dir.resolve("archive").toString();
    }

    private String kernel() throws IOException {
        return Files.write(dir.resolve("vmlinux.btf"), ShippedBtf.smallest()).toString();
    }

    private int run(String... args) {
        return new CommandLine(new ArchiveCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
