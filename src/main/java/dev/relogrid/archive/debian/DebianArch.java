package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import java.util.List;

/** Debian's architectures that have kernels, by Debian's names. */
final class DebianArch {
    /** Those whose kernels are built with BTF, in some versions at least. */
    static final List<String> WITH_BTF = List.of("amd64", "arm64", "ppc64el", "riscv64", "s390x");

    private static final List<String> OTHERS = List.of("armel", "armhf", "i386", "loong64", "mips64el", "mipsel");

    private DebianArch() {}

    /** @throws ArchiveProblem when there is none of that name */
    static String of(String name) {
        if (!WITH_BTF.contains(name) && !OTHERS.contains(name)) {
            throw new ArchiveProblem("unknown architecture '" + name + "': Debian's kernels are for "
                    + String.join(", ", WITH_BTF) + ", and without BTF " + String.join(", ", OTHERS));
        }
        return name;
    }
}
