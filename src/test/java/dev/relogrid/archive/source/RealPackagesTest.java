package dev.relogrid.archive.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.Quarantined;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real kernels in packages of every kind, made by the distributions' own tools. */
final class RealPackagesTest {
    @TempDir
    private Path dir = Path.of("");

    private CorpusKernel kernel = new CorpusKernel(dir);

    @BeforeEach
    void findKernel() throws IOException {
        kernel = CorpusKernel.of("trixie/amd64");
    }

    /** {@code /boot} and {@code /lib/modules}, as Debian has it up to 6.18 and Ubuntu. */
    private PackageBuilder mono() throws IOException {
        PackageBuilder builder = builder()
                .with("boot/vmlinuz-" + kernel.release(), kernel.image())
                .with("boot/config-" + kernel.release(), kernel.config());
        return modules(builder, "lib/modules/" + kernel.release() + "/kernel/net/");
    }

    private PackageBuilder modules(PackageBuilder builder, String folder) throws IOException {
        for (Path module : kernel.modules()) {
            builder.with(folder + module.getFileName(), module);
        }
        return builder;
    }

    private PackageBuilder builder() {
        return new PackageBuilder(dir);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "xz", "zstd"})
    void debOfOnePackage(String compression) throws Exception {
        Path deb = mono().deb("linux-image-" + kernel.release(), "6.12.107-1", compression);

        NewKernel imported = Imported.of(Imported.suite("trixie"), deb).only();

        kernel.assertSame(imported);
        assertEquals(new KernelId("debian", "trixie", "amd64", kernel.release()), imported.id());
        assertEquals("6.12.107-1", imported.origin().version());
        assertEquals("cloud-amd64", imported.origin().flavour());
        assertArrayEquals(Files.readAllBytes(kernel.config()), imported.config());
    }

    @Test
    void debsOfImageAndModulesAreOneKernel() throws Exception {
        String folder = "usr/lib/modules/" + kernel.release() + "/";
        Path image = builder()
                .with(folder + "vmlinuz", kernel.image())
                .deb("linux-binary-" + kernel.release(), "7.2.13-1", "xz");
        Path modules = modules(new PackageBuilder(Files.createDirectory(dir.resolve("m"))), folder + "kernel/fs/")
                .deb("linux-modules-" + kernel.release(), "7.2.13-1", "xz");

        NewKernel imported = Imported.of(Imported.suite("sid"), modules, image).only();

        kernel.assertSame(imported);
        assertNull(imported.config());
        assertEquals("linux-binary-" + kernel.release(), imported.origin().packageName());
        assertEquals(2, imported.origin().source().size());
        assertProblem("but no kernel image", () -> Imported.of(Imported.suite("sid"), modules));
        assertProblem("give --suite", () -> Imported.of(Imported.nothing(), image));
    }

    @Test
    void partsOfTwoBuildsAreNoKernel() throws Exception {
        String folder = "usr/lib/modules/" + kernel.release() + "/";
        Path image = builder().with(folder + "vmlinuz", kernel.image()).deb("linux-binary", "7.2.13-1", "gzip");
        Path modules = modules(new PackageBuilder(Files.createDirectory(dir.resolve("m"))), folder)
                .deb("linux-modules", "7.2.14-1", "gzip");

        assertProblem("are of two builds", () -> Imported.of(Imported.suite("sid"), image, modules));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w6.gzdio", "w2.xzdio", "w6.bzdio", "w3.zstdio"})
    void rpm(String payload) throws Exception {
        String folder = "lib/modules/" + kernel.release() + "/";
        PackageBuilder core = builder()
                .with(folder + "vmlinuz", kernel.image())
                .with(folder + "config", kernel.config())
                .with(folder + "System.map", text("ffffffff81000000 T from_the_map\n".repeat(50)));
        Path rpm = modules(core, folder + "kernel/").rpm("kernel-core", payload);

        NewKernel imported = Imported.of(Imported.nothing(), rpm).only();

        kernel.assertSame(imported);
        assertEquals(new KernelId("fedora", "41", "amd64", kernel.release()), imported.id());
        assertEquals("6.12.7-200.fc41", imported.origin().version());
        assertArrayEquals(Files.readAllBytes(kernel.config()), imported.config());
    }

    @Test
    void aSystemMapServesAKernelWithoutTables() throws Exception {
        String folder = "lib/modules/" + kernel.release() + "/";
        Path image = Files.write(dir.resolve("btf"), ShippedBtf.smallest());
        Path rpm = builder()
                .with(folder + "vmlinuz", image)
                .with(folder + "System.map", text("ffffffff81000000 T from_the_map\n".repeat(50)))
                .rpm("kernel-core", "w3.zstdio");

        NewKernel imported = Imported.of(Imported.nothing(), rpm).only();

        assertEquals(
                "T from_the_map\n".repeat(50),
                new String(Objects.requireNonNull(imported.symbols()), StandardCharsets.US_ASCII));
        var without = new ImportOptions(null, null, null, ModuleChoice.NONE, false);
        assertNull(Imported.of(without, rpm).only().symbols());
    }

    @Test
    void whatIsNoConfigIsQuarantined() throws Exception {
        Path deb = builder()
                .with("boot/vmlinuz-" + kernel.release(), kernel.image())
                .with("boot/config-" + kernel.release(), text("hello\n"))
                .with("boot/System.map-" + kernel.release(), text("hello\n".repeat(200)))
                .deb("linux-image", "1", "gzip");

        NewKernel imported = Imported.of(Imported.suite("sid"), deb).only();

        assertNull(imported.config());
        assertArrayEquals(KernelFiles.contents(kernel.image()).symbols(), imported.symbols());
        assertEquals(
                List.of("config", "symbols"),
                imported.quarantine().stream().map(Quarantined::part).toList());
    }

    private Path text(String text) throws IOException {
        return Files.writeString(Files.createTempFile(dir, "text", ""), text);
    }

    @Test
    void archPackage() throws Exception {
        String folder = "usr/lib/modules/" + kernel.release() + "/";
        Path arch = modules(builder().with(folder + "vmlinuz", kernel.image()), folder + "kernel/")
                .arch("linux", "6.12.7.arch1-1");

        NewKernel imported = Imported.of(Imported.nothing(), arch).only();

        kernel.assertSame(imported);
        assertEquals(new KernelId("arch", "rolling", "amd64", kernel.release()), imported.id());
    }

    @Test
    void hubTreeSaysByItsPathsWhatItHas() throws Exception {
        byte[] btf = ShippedBtf.smallest();
        Path tree = dir.resolve("archive");
        PackageBuilder.hub(tree, "ubuntu/20.04/x86_64/5.4.0-1009-aws", btf);
        Path damaged = PackageBuilder.hub(tree, "fedora/29/arm64/4.18.16-300.fc29.aarch64", btf);
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), 1000));

        Imported imported = Imported.of(Imported.nothing(), tree);

        assertEquals("ubuntu/20.04/amd64/5.4.0-1009-aws", imported.only().id().toString());
        assertEquals(1, imported.leftOut().size());
        assertTrue(imported.leftOut().getFirst().contains("ends early"), imported.leftOut()::getFirst);
    }

    @Test
    void aPackageCutAnywhereSaysWhere() throws Exception {
        for (Path whole : List.of(
                modules(builder(), "lib/modules/" + kernel.release() + "/").deb("linux-modules", "1", "xz"),
                modules(builder(), "lib/modules/" + kernel.release() + "/").rpm("kernel-modules", "w3.zstdio"),
                modules(builder(), "usr/lib/modules/" + kernel.release() + "/").arch("linux", "1"))) {
            byte[] bytes = Files.readAllBytes(whole);
            for (int tenths : new int[] {1, 4, 7, 9}) {
                int length = bytes.length / 10 * tenths;
                Path cut = Files.write(dir.resolve("cut"), Arrays.copyOf(bytes, length));
                var e = assertThrows(MalformedInput.class, () -> Imported.of(Imported.suite("sid"), cut));
                assertTrue(String.valueOf(e.getMessage()).startsWith("cut"), e::getMessage);
                assertTrue(e.offset() <= length, e::getMessage);
            }
        }
    }

    private interface Import {
        Imported run() throws IOException;
    }

    private static void assertProblem(String words, Import tried) {
        var e = assertThrows(ArchiveProblem.class, tried::run);
        assertTrue(String.valueOf(e.getMessage()).contains(words), e::getMessage);
    }
}
