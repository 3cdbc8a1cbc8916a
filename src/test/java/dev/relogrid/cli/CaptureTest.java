package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ci/capture-kernel}, from a host to what libbpf says about the same host. */
final class CaptureTest {
    private static final String SCRIPT = "ci/capture-kernel";
    private static final Path BTF = Path.of("sys/kernel/btf");
    private static final String RELEASE = "6.12.107+deb13-cloud-amd64";

    /** As a user without rights sees it, and with a module. */
    private static final String KALLSYMS = "0000000000000000 T _text\n".repeat(50) + "0000000000000000 t x\t[veth]\n";

    @TempDir
    private Path dir = Path.of("");

    private Path host = dir;

    @BeforeEach
    void makeHost() throws IOException {
        host = dir.resolve("host");
        CatalogEntry entry = Archive.open(ShippedFiles.ARCHIVE).find(RELEASE);
        Files.createDirectories(host.resolve(BTF));
        Files.move(ShippedFiles.vmlinux(entry, dir), host.resolve(BTF).resolve("vmlinux"));
        for (ModuleEntry module : entry.modules()) {
            Files.move(ShippedFiles.module(module, dir), host.resolve(BTF).resolve(module.name()));
        }
        put("proc/sys/kernel/osrelease", RELEASE + "\n");
        put("proc/sys/kernel/version", "#1 SMP Debian 6.12.107-1\n");
        put("etc/os-release", "PRETTY_NAME=\"Debian\"\nVERSION_CODENAME=trixie\nID=debian\n");
        put("boot/config-" + RELEASE, "CONFIG_BPF=y\n");
        put("proc/kallsyms", KALLSYMS);
        byte[] note = new byte[36];
        byte[] head = {4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0, 'G', 'N', 'U', 0};
        System.arraycopy(head, 0, note, 0, head.length);
        note[16] = (byte) 0xab;
        Files.write(host.resolve("sys/kernel/notes"), note);
    }

    private void put(String path, String text) throws IOException {
        Path file = host.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Tool capture(Path root, Path out) throws Exception {
        return Tool.run(dir, "env", "CAPTURE_ROOT=" + root, "sh", SCRIPT, out.toString());
    }

    private StoredKernel imported(Path tarball) {
        Path archive = dir.resolve("archive");
        Outcome.of("archive", "add", "--archive", archive.toString(), tarball.toString())
                .report();
        return Archive.open(archive).kernels().getFirst();
    }

    @Test
    void allOfAHostComesThrough() throws Exception {
        Path tarball = dir.resolve("capture.tar.gz");

        assertEquals(
                tarball + ": " + RELEASE + ", left out: nothing\n",
                capture(host, tarball).output());

        StoredKernel kernel = imported(tarball);
        assertEquals("debian/trixie/" + machine() + "/" + RELEASE, kernel.id());
        CatalogEntry entry = Archive.open(dir.resolve("archive")).entries().getFirst();
        assertEquals("#1 SMP Debian 6.12.107-1", entry.origin().version());
        assertEquals(
                List.of("capture", "build-id ab" + "0".repeat(38)),
                entry.origin().source());
        Archive archive = Archive.open(dir.resolve("archive"));
        assertEquals("CONFIG_BPF=y\n", text(archive.config(entry)));
        assertEquals("T _text\n".repeat(50), text(archive.symbols(entry)));
        assertTrue(kernel.modules().size() > 2, () -> kernel.modules().size() + " modules");
        for (NamedBtf module : kernel.modules()) {
            Path file = host.resolve(BTF).resolve(module.name());
            assertArrayEquals(Files.readAllBytes(file), module.btf().raw());
        }
    }

    private static String text(byte @Nullable [] kept) {
        return kept == null ? "none" : new String(kept, StandardCharsets.US_ASCII);
    }

    private String machine() throws Exception {
        String machine = Tool.run(dir, "uname", "-m").output().strip();
        return machine.replace("x86_64", "amd64").replace("aarch64", "arm64");
    }

    @Test
    void whatIsLeftOutIsSaid() throws Exception {
        Files.delete(host.resolve("proc/kallsyms"));
        Files.delete(host.resolve("boot/config-" + RELEASE));
        Files.delete(host.resolve("sys/kernel/notes"));
        Path tarball = dir.resolve("capture.tar.gz");

        assertEquals(
                tarball + ": " + RELEASE + ", left out: the configuration (neither /proc/config.gz nor a readable"
                        + " /boot/config-" + RELEASE
                        + "); kernel symbols (no readable /proc/kallsyms); the build id (no GNU build id in /sys/kernel/notes)\n",
                capture(host, tarball).output());
        assertNotNull(imported(tarball).vmlinux());
    }

    @Test
    void aHostWithoutBtfIsOnRecordAsSuch() throws Exception {
        try (Stream<Path> files = Files.list(host.resolve(BTF))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Path tarball = dir.resolve("capture.tar.gz");
        capture(host, tarball).output();

        assertEquals(
                "the host it was captured on has no /sys/kernel/btf/vmlinux",
                imported(tarball).noBtf());
    }

    /** This machine if it shows its types, as every machine with a kernel of the last years does, else the one made. */
    @Test
    void relocationsOnACapturedKernelAreLibbpfsOnTheHost() throws Exception {
        Oracle.require();
        Path root = Files.isReadable(Path.of("/").resolve(BTF).resolve("vmlinux")) ? Path.of("") : host;
        Path btf = root.equals(host) ? host.resolve(BTF) : Path.of("/").resolve(BTF);
        Path tarball = dir.resolve("capture.tar.gz");
        capture(root, tarball).output();
        StoredKernel kernel = imported(tarball);
        List<String> files = new ArrayList<>(List.of(btf.resolve("vmlinux").toString()));
        kernel.modules().forEach(module -> files.add(btf.resolve(module.name()).toString()));

        List<Path> objects = RealObjects.all();
        List<List<String>> questions = new ArrayList<>();
        for (Path object : objects) {
            List<String> words = new ArrayList<>();
            if (Files.readAllBytes(object)[5] == 2) {
                words.add("--prepare");
            }
            words.add(object.toString());
            words.addAll(files);
            questions.add(words);
        }
        Comparison comparison = new Comparison();
        Oracle.ask(btf.resolve("vmlinux"), questions, (i, answer) -> {
            Path object = objects.get(i);
            comparison.compare(object.toString(), InputFile.read(object), kernel, answer);
        });

        System.out.println("captured kernel " + kernel.id() + ": " + comparison.summary());
        assertEquals(List.of(), comparison.differences().stream().limit(5).toList());
        assertTrue(comparison.relocations() > 1000, comparison::summary);
    }
}
