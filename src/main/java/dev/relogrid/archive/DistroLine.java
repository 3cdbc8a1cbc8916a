package dev.relogrid.archive;

import java.util.List;

/**
 * A line of a distribution that gets one kernel after the other: the suite of a kernel id with its updates, security
 * fixes and backports.
 *
 * @param name as people number it: {@code 12} for Debian's bookworm, bookworm-security and the like; of a suite without
 *     a number, the suite's name
 */
public record DistroLine(String distro, String name) {
    private static final String DEBIAN = "debian";
    private static final List<String> POCKETS = List.of("", "-updates", "-security", "-proposed-updates", "-backports");

    /** A suite of Debian; those that move on for ever have no number. */
    private record Suite(String codename, String name) {}

    /** Oldest first. */
    private static final List<Suite> SUITES = List.of(
            new Suite("buster", "10"),
            new Suite("bullseye", "11"),
            new Suite("bookworm", "12"),
            new Suite("trixie", "13"),
            new Suite("forky", "14"),
            new Suite("sid", "sid"),
            new Suite("experimental", "experimental"));

    /** The line that kernel belongs to. */
    public static DistroLine of(KernelId id) {
        return of(id.distro(), id.suite());
    }

    /** The line of that suite, which need not be one anybody knows. */
    public static DistroLine of(String distro, String suite) {
        int line = distro.equals(DEBIAN) ? line(suite) : -1;
        return new DistroLine(distro, line < 0 ? suite : SUITES.get(line).name);
    }

    /**
     * Which of the lines without end this is, which are newer than all lines with a number: 0 for none, else greater for
     * the newer one.
     */
    public int rollingRank() {
        return distro.equals(DEBIAN) ? List.of("sid", "experimental").indexOf(name) + 1 : 0;
    }

    /** The place of a suite among Debian's: by line, then as a machine gets the packages; unknown suites are last. */
    static int rank(String suite) {
        int line = line(suite);
        return line < 0 ? Integer.MAX_VALUE : line * POCKETS.size() + POCKETS.indexOf(pocket(suite));
    }

    private static int line(String suite) {
        String pocket = pocket(suite);
        String codename = suite.substring(0, suite.length() - pocket.length());
        for (int i = 0; i < SUITES.size(); i++) {
            if (SUITES.get(i).codename.equals(codename) && POCKETS.contains(pocket)) {
                return i;
            }
        }
        return -1;
    }

    private static String pocket(String suite) {
        int dash = suite.indexOf('-');
        return dash < 0 ? "" : suite.substring(dash);
    }
}
