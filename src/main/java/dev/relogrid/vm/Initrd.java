package dev.relogrid.vm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.jspecify.annotations.Nullable;

/**
 * The only files a guest has: its program, the folders it needs, and the kernel's configuration where libbpf looks for
 * it. Not packed: unpacking on an emulated processor takes longer than reading.
 */
final class Initrd {
    private Initrd() {}

    /**
     * @param release names the configuration file; that of a package, so it cannot be taken for a path
     * @param config null when it is not known
     */
    static byte[] of(byte[] program, String release, byte @Nullable [] config) {
        if (!release.matches("[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}")) {
            throw new BootProblem("not a kernel release: " + release);
        }
        var bytes = new ByteArrayOutputStream(program.length + (1 << 20));
        try (var out = new CpioArchiveOutputStream(
                bytes, CpioConstants.FORMAT_NEW, CpioConstants.BLOCK_SIZE, StandardCharsets.UTF_8.name())) {
            for (String folder : new String[] {"dev", "boot", "objects", "objects/modules"}) {
                put(out, folder, CpioConstants.C_ISDIR | 0755, new byte[0]);
            }
            put(out, "init", CpioConstants.C_ISREG | 0755, program);
            if (config != null) {
                put(out, "boot/config-" + release, CpioConstants.C_ISREG | 0644, config);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(CpioArchiveOutputStream out, String name, int mode, byte[] content) throws IOException {
        CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, name, content.length);
        entry.setMode(mode);
        entry.setNumberOfLinks(1);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }
}
