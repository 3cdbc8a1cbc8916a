package dev.relogrid.vm;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to boot one kernel.
 *
 * @param id {@code distro/suite/arch/release}
 * @param arch by Debian's name, {@code amd64} or {@code arm64}
 * @param release what {@code uname -r} says
 * @param image that QEMU can start: for amd64 a bzImage, or an ELF vmlinux with a PVH note, which is faster; for arm64 an
 *     Image
 * @param config the text it was built with, for libbpf's kconfig externs; null when it is not known
 * @param modules {@code .ko} files, not compressed, in the order in which they can be inserted
 */
public record BootKernel(
        String id,
        String arch,
        String release,
        Path image,
        @Nullable Path config,
        List<Path> modules) {

    /** The names of the modules as the kernel spells them. */
    public List<String> moduleNames() {
        return modules.stream()
                .map(file ->
                        file.getFileName().toString().replaceFirst("[.]ko$", "").replace('-', '_'))
                .toList();
    }
}
