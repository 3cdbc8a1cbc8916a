package dev.relogrid.engine.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How alike two names are, by their words: what is between underscores, with a struct's prefix left out. */
final class Words {
    /** Words that fields of any struct begin with say less than this many letters do. */
    private static final int SHORT = 4;

    /** Words for how often something is used. */
    private static final Set<String> COUNTS =
            Set.of("count", "counter", "ref", "refs", "refcnt", "refcount", "kref", "usage");

    private Words() {}

    /** The words of a name, in order. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '_') {
                if (i > start) {
                    words.add(name.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** The first word of most members of a struct, as {@code i} in inode; empty when there is none such. */
    static String prefix(List<Members.Member> members) {
        String best = "";
        int most = 0;
        for (int i = 0; i < members.size() && i < 64; i++) {
            String word = firstWord(members.get(i).name());
            int count = 0;
            for (Members.Member other : members) {
                count += firstWord(other.name()).equals(word) ? 1 : 0;
            }
            if (count > most && word.length() <= SHORT + 1) {
                most = count;
                best = word;
            }
        }
        return members.size() >= 3 && 2 * most > members.size() ? best : "";
    }

    private static String firstWord(String name) {
        List<String> words = of(name);
        return words.size() > 1 ? words.getFirst() : "";
    }

    /** The same words without the prefix, unless it is all there is. */
    static List<String> without(String prefix, List<String> words) {
        return words.size() > 1 && words.getFirst().equals(prefix) ? words.subList(1, words.size()) : words;
    }

    /** 0 for nothing in common, 1 for the same words, whatever their order. */
    static double likeness(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (isAcronym(a, b) || isAcronym(b, a)) {
            return 0.8;
        }
        List<String> left = new ArrayList<>(b);
        double matched = 0;
        for (String word : a) {
            int at = 0;
            double best = 0;
            for (int i = 0; i < left.size(); i++) {
                double alike = alike(word, left.get(i));
                if (alike > best) {
                    best = alike;
                    at = i;
                }
            }
            if (best > 0) {
                matched += best;
                left.remove(at);
            }
        }
        return 2 * matched / (a.size() + b.size());
    }

    /** Whether the last of the words is made of the first letters of the others: bdi of backing_dev_info. */
    private static boolean isAcronym(List<String> acronym, List<String> words) {
        String word = acronym.getLast();
        if (word.length() < 3 || word.length() != words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (word.charAt(i) != words.get(i).charAt(0)) {
                return false;
            }
        }
        return true;
    }

    /** 1 for the same word, a little less for a short form of it, a plural or a slip. */
    private static double alike(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (COUNTS.contains(a) && COUNTS.contains(b)) {
            return 0.8;
        }
        String shorter = a.length() < b.length() ? a : b;
        String longer = a.length() < b.length() ? b : a;
        if (shorter.length() >= 3 && longer.startsWith(shorter)) {
            return 0.8;
        }
        // sects and sectors: much in front in common
        int common = commonPrefix(a, b);
        if (common >= 4 && common * 3 >= 2 * shorter.length()) {
            return 0.6;
        }
        // ctx and hctx, but also sec and nsec
        return shorter.length() >= 3 && longer.endsWith(shorter) ? 0.4 : 0;
    }

    private static int commonPrefix(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** How many letters they have in common at their ends. */
    static int commonSuffix(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
            i++;
        }
        return i;
    }

    /** A name without underscores at its ends. */
    static String stripped(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && name.charAt(start) == '_') {
            start++;
        }
        while (end > start && name.charAt(end - 1) == '_') {
            end--;
        }
        return name.substring(start, end);
    }
}
