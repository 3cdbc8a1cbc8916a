package dev.relogrid.archive;

/**
 * What kernels have to have in common to answer for each other, read from the release that an id ends in.
 *
 * @param line distribution and the first two numbers, as in {@code debian 6.12}
 * @param flavour what is left behind the numbers without the architecture, as in {@code cloud}, {@code rt}, {@code 16k};
 *     empty for the full kernel
 */
record NeighbourKey(String line, String arch, String flavour) {
    static NeighbourKey of(KernelId id) {
        String release = id.release();
        int end = digits(release, 0);
        if (end < release.length() && release.charAt(end) == '.') {
            end = digits(release, end + 1);
        }
        return new NeighbourKey(id.distro() + " " + release.substring(0, end), id.arch(), flavour(release));
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Parts between hyphens that begin with a digit are versions, but for the one behind the architecture. */
    private static String flavour(String release) {
        StringBuilder flavour = new StringBuilder();
        boolean versions = true;
        for (int from = 0; from < release.length(); ) {
            int hyphen = release.indexOf('-', from);
            int to = hyphen < 0 ? release.length() : hyphen;
            versions &= to == from || isDigit(release.charAt(from));
            if (!versions && !isArchitecture(release, from, to)) {
                flavour.append(flavour.isEmpty() ? "" : "-").append(release, from, to);
            }
            from = to + 1;
        }
        return flavour.toString();
    }

    private static boolean isArchitecture(String release, int from, int to) {
        return switch (release.substring(from, to)) {
            case "amd64", "arm64", "armmp", "powerpc64le", "ppc64el", "riscv64", "s390x", "x86_64", "aarch64" -> true;
            default -> false;
        };
    }
}
