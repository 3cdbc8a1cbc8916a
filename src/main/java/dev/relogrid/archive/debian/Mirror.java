package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where this machine gets Debian from, as its apt says; security suites have a mirror of their own.
 *
 * @param main with a slash at the end
 * @param security likewise, null when apt has none
 */
record Mirror(String main, @Nullable String security) {
    private static final String FORMAT = "$(REPO_URI)|$(LABEL)|$(CREATED_BY)";

    /** @throws ArchiveProblem when apt is not there or knows no mirror of Debian */
    static Mirror ofThisMachine() throws IOException {
        Apt.Outcome targets = Apt.ofThisMachine().get("indextargets", "--format", FORMAT);
        if (targets.failed()) {
            throw new ArchiveProblem("apt does not say which mirror it uses: " + targets.why());
        }
        return of(targets.said());
    }

    static Mirror of(String targets) {
        String main = null;
        String security = null;
        for (String line : targets.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            if (parts.length != 3 || !parts[2].equals("Packages")) {
                continue;
            }
            if (main == null && isOf(parts, "Debian", "/debian/")) {
                main = parts[0];
            } else if (security == null && isOf(parts, "Debian-Security", "/debian-security/")) {
                security = parts[0];
            }
        }
        if (main == null) {
            throw new ArchiveProblem(
                    "there is no mirror of Debian in apt's configuration, or 'apt-get update' has never been run");
        }
        return new Mirror(main, security);
    }

    /** Labels are known once the indexes have been fetched; before that the usual ending of the address has to do. */
    private static boolean isOf(String[] parts, String label, String ending) {
        boolean known = !parts[1].isEmpty() && !parts[1].startsWith("$");
        return known ? parts[1].equals(label) : parts[0].endsWith(ending);
    }

    /** The one that has {@code suite}; null when apt has no mirror for it. */
    @Nullable
    String of(Suite suite) {
        return suite.isSecurity() ? security : main;
    }
}
