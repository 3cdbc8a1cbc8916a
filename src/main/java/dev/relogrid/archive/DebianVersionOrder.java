package dev.relogrid.archive;

import java.util.Comparator;

/**
 * Debian's order of package versions, deb-version(7): the epoch decides, then the upstream version, then the revision
 * after the last hyphen. Of the last two, runs of other characters are compared in turn with runs of digits: digits as
 * numbers, others by character, where a tilde is before everything and even before the end, and letters are before all
 * that is not a letter. Anything is compared, whether or not Debian would take it for a version, and versions that are
 * spelled differently may be equal: {@code 1.0}, {@code 1.00} and {@code 0:1.0-0}.
 */
public enum DebianVersionOrder implements Comparator<String> {
    /** There is only one. */
    INSTANCE;

    /** Puts letters before all other characters. */
    private static final int AFTER_LETTERS = 1 << 16;

    @Override
    public int compare(String a, String b) {
        int epoch = compareNumbers(epoch(a), epoch(b));
        if (epoch != 0) {
            return epoch;
        }
        String restA = afterEpoch(a);
        String restB = afterEpoch(b);
        int upstream = compareParts(upstream(restA), upstream(restB));
        return upstream != 0 ? upstream : compareParts(revision(restA), revision(restB));
    }

    /** The version without epoch and revision: {@code 6.12.107} of {@code 1:6.12.107-1~bpo12+1}. */
    public static String upstreamOf(String version) {
        return upstream(afterEpoch(version));
    }

    private static String epoch(String version) {
        int end = endOfNumber(version, 0);
        return isEpoch(version, end) ? version.substring(0, end) : "";
    }

    private static String afterEpoch(String version) {
        int end = endOfNumber(version, 0);
        return isEpoch(version, end) ? version.substring(end + 1) : version;
    }

    /** Whether digits from the beginning to there are followed by a colon. */
    private static boolean isEpoch(String version, int end) {
        return end > 0 && end < version.length() && version.charAt(end) == ':';
    }

    private static String upstream(String rest) {
        int hyphen = rest.lastIndexOf('-');
        return hyphen < 0 ? rest : rest.substring(0, hyphen);
    }

    private static String revision(String rest) {
        int hyphen = rest.lastIndexOf('-');
        return hyphen < 0 ? "" : rest.substring(hyphen + 1);
    }

    /** The order of an upstream version or of a revision. */
    static int compareParts(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            // whichever has a digit here, or has ended, weighs nothing: so both are past the same other characters
            while (weight(a, i) != 0 || weight(b, j) != 0) {
                int order = Integer.compare(weight(a, i++), weight(b, j++));
                if (order != 0) {
                    return order;
                }
            }
            int endA = endOfNumber(a, i);
            int endB = endOfNumber(b, j);
            int order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
            if (order != 0) {
                return order;
            }
            i = endA;
            j = endB;
        }
        return 0;
    }

    private static int weight(String s, int at) {
        if (at >= s.length() || isDigit(s.charAt(at))) {
            return 0;
        }
        char c = s.charAt(at);
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        return c == '~' ? -1 : letter ? c : c + AFTER_LETTERS;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfNumber(String s, int from) {
        int end = from;
        while (end < s.length() && isDigit(s.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Of any length, so that no version can overflow; none at all is zero. */
    private static int compareNumbers(String a, String b) {
        String x = significant(a);
        String y = significant(b);
        return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
    }

    private static String significant(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }
}
