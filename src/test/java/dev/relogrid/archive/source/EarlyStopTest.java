package dev.relogrid.archive.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.archive.image.Extraction;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four fifths of a kernel package are modules: where none are wanted, they are not unpacked. */
final class EarlyStopTest {
    private static final String REL = "6.12.107+deb13-amd64";
    private static final KernelId ID = KernelId.of("debian/trixie/amd64/" + REL);

    @TempDir
    private Path dir = Path.of("");

    /** A kernel package as Debian's, whose modules begin well before its last third, which is noise. */
    private Path damagedBehindTheImage(String compression, boolean config) throws Exception {
        byte[] noise = new byte[4 << 20];
        new Random(7).nextBytes(noise);
        var builder = new PackageBuilder(dir)
                .with("boot/vmlinuz-" + REL, Files.write(dir.resolve("image"), ShippedBtf.smallest()))
                .with("lib/modules/" + REL + "/kernel/big.ko", Files.write(dir.resolve("module"), noise));
        if (config) {
            builder.with("boot/config-" + REL, Files.writeString(dir.resolve("config"), "CONFIG_BPF=y\n"));
        }
        Path deb = builder.deb("linux-image-" + REL, "6.12.107-1", compression);
        byte[] bytes = Files.readAllBytes(deb);
        Arrays.fill(bytes, bytes.length * 2 / 3, bytes.length, (byte) 0x5a);
        return Files.write(deb, bytes);
    }

    private static ImportOptions options(ModuleChoice modules) {
        return new ImportOptions(null, null, ID, modules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xz", "zstd"})
    void readingStopsBehindTheImage(String compression) throws Exception {
        Path deb = damagedBehindTheImage(compression, true);

        List<NewKernel> kernels = KernelSources.readVerified(List.of(deb), options(ModuleChoice.NONE));

        assertEquals(1, kernels.size());
        assertEquals(ID, kernels.getFirst().id());
        assertInstanceOf(Extraction.Found.class, kernels.getFirst().vmlinux());
    }

    @Test
    void itGoesOnWhereModulesAreWantedOrNobodyVouchesForThePackage() throws Exception {
        Path deb = damagedBehindTheImage("xz", true);

        assertThrows(MalformedInput.class, () -> KernelSources.readVerified(List.of(deb), options(ModuleChoice.SOME)));
        assertThrows(MalformedInput.class, () -> Imported.of(options(ModuleChoice.NONE), deb));
    }

    @Test
    void itGoesOnWhileTheConfigurationIsMissing() throws Exception {
        Path deb = damagedBehindTheImage("xz", false);

        assertThrows(MalformedInput.class, () -> KernelSources.readVerified(List.of(deb), options(ModuleChoice.NONE)));
    }

    @Test
    void aPackageWithOnlyAConfigurationIsFine() throws IOException, InterruptedException {
        Path config = Files.writeString(dir.resolve("config"), "CONFIG_BPF=y\n");
        Path image = Files.write(dir.resolve("image"), ShippedBtf.smallest());
        Path base = new PackageBuilder(dir)
                .with("usr/lib/modules/" + REL + "/config", config)
                .deb("linux-base-" + REL, "6.12.107-1", "xz");
        Path binary = new PackageBuilder(dir)
                .with("usr/lib/modules/" + REL + "/vmlinuz", image)
                .deb("linux-binary-" + REL, "6.12.107-1", "xz");

        List<NewKernel> kernels = KernelSources.readVerified(List.of(binary, base), options(ModuleChoice.NONE));

        assertEquals("linux-binary-" + REL, kernels.getFirst().origin().packageName());
    }
}
