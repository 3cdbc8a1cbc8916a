package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import java.util.ArrayList;
import java.util.List;

/** One of Debian's suites, by codename: {@code trixie}, {@code trixie-security}. */
record Suite(String name) {
    private static final List<String> CODENAMES = List.of("bullseye", "bookworm", "trixie", "forky");
    private static final List<String> POCKETS = List.of("", "-updates", "-security", "-proposed-updates", "-backports");
    private static final List<String> ROLLING = List.of("sid", "experimental");
    private static final String SECURITY = "-security";

    /** Oldest first: since bullseye kernels have BTF. A mirror need not have them all. */
    static final List<Suite> ALL = all();

    private static List<Suite> all() {
        List<Suite> all = new ArrayList<>();
        for (String codename : CODENAMES) {
            POCKETS.forEach(pocket -> all.add(new Suite(codename + pocket)));
        }
        ROLLING.forEach(name -> all.add(new Suite(name)));
        return List.copyOf(all);
    }

    /** @throws ArchiveProblem when there is none of that name */
    static Suite of(String name) {
        Suite suite = new Suite(name);
        if (!ALL.contains(suite)) {
            throw new ArchiveProblem(
                    "unknown suite '" + name + "': suites go by codename, " + String.join(", ", CODENAMES)
                            + " (and " + String.join(", ", POCKETS.subList(1, POCKETS.size())) + " of these), "
                            + String.join(", ", ROLLING));
        }
        return suite;
    }

    boolean isSecurity() {
        return name.endsWith(SECURITY);
    }

    @Override
    public String toString() {
        return name;
    }
}
