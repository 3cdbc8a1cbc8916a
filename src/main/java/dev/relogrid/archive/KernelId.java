package dev.relogrid.archive;

import java.util.Comparator;

/**
 * The name of a kernel build in the archive: {@code distro/suite/arch/release}, as in {@code
 * debian/trixie/amd64/6.12.107+deb13-cloud-amd64}. Ids are ordered by distro, then suite as the distro released them,
 * then architecture, then release with numbers compared as numbers.
 */
public record KernelId(String distro, String suite, String arch, String release) implements Comparable<KernelId> {
    private static final Comparator<KernelId> ORDER = Comparator.comparing(KernelId::distro)
            .thenComparing(KernelId::suite, KernelId::compareSuites)
            .thenComparing(KernelId::arch)
            .thenComparing(KernelId::release, ReleaseOrder.INSTANCE);

    /** @throws ArchiveProblem when a part is empty or has characters a file name should not */
    public KernelId {
        check(distro);
        check(suite);
        check(arch);
        check(release);
    }

    /** A letter or digit, then those and {@code .+~_-}; no pattern, because a start of the program makes thousands. */
    private static void check(String part) {
        boolean good = !part.isEmpty() && isAlphanumeric(part.charAt(0));
        for (int i = 1; i < part.length() && good; i++) {
            char c = part.charAt(i);
            good = isAlphanumeric(c) || c == '.' || c == '+' || c == '~' || c == '_' || c == '-';
        }
        if (!good) {
            throw new ArchiveProblem("'" + part + "' is not a part of a kernel id (distro/suite/arch/release)");
        }
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
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
