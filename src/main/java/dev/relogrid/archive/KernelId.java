package dev.relogrid.archive;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a kernel build in the archive: {@code distro/suite/arch/release}, as in {@code
 * debian/trixie/amd64/6.12.107+deb13-cloud-amd64}. Ids are ordered by distro, then suite as the distro released them,
 * then architecture, then release with numbers compared as numbers.
 */
public record KernelId(String distro, String suite, String arch, String release) implements Comparable<KernelId> {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+~_-]*");

    private static final Comparator<KernelId> ORDER = Comparator.comparing(KernelId::distro)
            .thenComparing(KernelId::suite, KernelId::compareSuites)
            .thenComparing(KernelId::arch)
            .thenComparing(KernelId::release, ReleaseOrder.INSTANCE);

    /** @throws ArchiveProblem when a part is empty or has characters a file name should not */
    public KernelId {
        for (String part : List.of(distro, suite, arch, release)) {
            if (!PART.matcher(part).matches()) {
                throw new ArchiveProblem("'" + part + "' is not a part of a kernel id (distro/suite/arch/release)");
            }
        }
    }

    /** @throws ArchiveProblem when {@code id} is not distro/suite/arch/release */
    public static KernelId of(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length != 4) {
            throw new ArchiveProblem("'" + id + "' is not a kernel id: expected distro/suite/arch/release");
        }
        return new KernelId(parts[0], parts[1], parts[2], parts[3]);
    }

    @Override
    public String toString() {
        return distro + "/" + suite + "/" + arch + "/" + release;
    }

    @Override
    public int compareTo(KernelId other) {
        return ORDER.compare(this, other);
    }

    /** Known suites in their order, before unknown ones, which are compared like releases ("20.04" before "22.04"). */
    private static int compareSuites(String a, String b) {
        int byRank = Integer.compare(DistroLine.rank(a), DistroLine.rank(b));
        return byRank != 0 ? byRank : ReleaseOrder.INSTANCE.compare(a, b);
    }
}
