package dev.relogrid.archive;

import java.util.Comparator;

/**
 * Orders releases as people read them: runs of digits as numbers ("6.9" before "6.12"), a tilde before everything and
 * even before the end ("7.3~rc7" before "7.3"), other characters by their code.
 */
enum ReleaseOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            if (isDigit(a, i) && isDigit(b, j)) {
                int endA = endOfNumber(a, i);
                int endB = endOfNumber(b, j);
                int order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order = Integer.compare(weight(a, i++), weight(b, j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        return a.compareTo(b); // "6.01" and "6.1" read the same but are two
    }

    private static boolean isDigit(String s, int at) {
        return at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9';
    }

    private static int endOfNumber(String s, int from) {
        int end = from;
        while (isDigit(s, end)) {
            end++;
        }
        return end;
    }

    /** Of any length, so that no version number can overflow. */
    private static int compareNumbers(String a, String b) {
        String x = a.replaceFirst("^0+(?=.)", "");
        String y = b.replaceFirst("^0+(?=.)", "");
        return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
    }

    private static int weight(String s, int at) {
        if (at >= s.length()) {
            return 0;
        }
        return s.charAt(at) == '~' ? -1 : s.charAt(at);
    }
}
