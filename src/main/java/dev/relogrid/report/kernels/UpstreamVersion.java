package dev.relogrid.report.kernels;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.DebianVersionOrder;
import java.util.List;

/**
 * The version of Linux a kernel was built from, as kernel.org numbers it.
 *
 * @param text {@code 6.12.107}, {@code 7.3~rc7}
 */
public record UpstreamVersion(String text) implements Comparable<UpstreamVersion> {

    /** What the package's version says, unless it is numbered otherwise than its release. */
    public static UpstreamVersion of(CatalogEntry entry) {
        String release = entry.id().release();
        String version = DebianVersionOrder.upstreamOf(entry.origin().version());
        return new UpstreamVersion(
                !version.isEmpty() && series(version).equals(series(release))
                        ? version
                        : release.substring(0, end(release, Integer.MAX_VALUE)));
    }

    /** {@code 6.12} */
    public String series() {
        return series(text);
    }

    private static String series(String version) {
        return version.substring(0, end(version, 1));
    }

    /** Where the numbers end that have at most so many dots between them. */
    private static int end(String version, int dots) {
        int seen = 0;
        int at = 0;
        while (at < version.length()) {
            char c = version.charAt(at);
            if (c == '.' && (++seen > dots || at + 1 == version.length() || !isDigit(version.charAt(at + 1)))
                    || c != '.' && !isDigit(c)) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether no series of Linux lies between the two; the last of 5 was 5.19, of 6 it was 6.19. */
    public boolean isSeriesBefore(UpstreamVersion later) {
        int major = number(0);
        int minor = number(1);
        boolean next = major == later.number(0) && minor + 1 == later.number(1);
        boolean first = minor == 19 && major + 1 == later.number(0) && later.number(1) == 0;
        return major >= 0 && minor >= 0 && (next || first);
    }

    /** One of the numbers of the series; -1 when there is none of nine digits or less. */
    private int number(int index) {
        List<String> numbers = List.of(series().split("\\.", -1));
        String digits = index < numbers.size() ? numbers.get(index) : "";
        return digits.isEmpty() || digits.length() > 9 ? -1 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(UpstreamVersion other) {
        return DebianVersionOrder.INSTANCE.compare(text, other.text);
    }
}
