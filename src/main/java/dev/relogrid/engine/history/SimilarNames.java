package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that may mean the same, and names that may have been meant. Nothing but names is compared. */
final class SimilarNames {
    private static final int MOST = 3;
    private static final int MOST_EDITS = 2;

    private SimilarNames() {}

    /** {@code state} and {@code __state}. */
    static boolean isSameBarUnderscores(String name, String other) {
        return bare(name).equals(bare(other)) && !bare(name).isEmpty();
    }

    /** The same, or one of several that a member was split into: {@code i_ctime} and {@code i_ctime_sec}. */
    static boolean mayReplace(String name, String other) {
        return isSameBarUnderscores(name, other)
                || name.length() > 3 && bare(other).startsWith(bare(name) + "_");
    }

    private static String bare(String name) {
        int from = 0;
        while (from < name.length() && name.charAt(from) == '_') {
            from++;
        }
        return name.substring(from);
    }

    /** Names of types like this one, with their keyword: other kinds of the same name, then like names of its kind. */
    static List<String> types(Btf btf, TypeName type) {
        Set<String> same = new LinkedHashSet<>();
        List<String> ofKind = new ArrayList<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            int kind = btf.kind(id);
            String name = canBeAsked(kind) ? btf.name(id) : "";
            if (!name.isEmpty() && name.equals(type.name())) {
                same.add(keyword(kind) + name);
            } else if (!name.isEmpty() && BtfKind.coreCompatible(kind, type.kind())) {
                ofKind.add(name);
            }
        }
        List<String> found = new ArrayList<>(same);
        for (String name : nearest(type.name(), ofKind)) {
            found.add(keyword(type.kind()) + name);
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private static boolean canBeAsked(int kind) {
        return BtfKind.isComposite(kind) || BtfKind.isAnyEnum(kind) || kind == BtfKind.TYPEDEF || kind == BtfKind.FUNC;
    }

    private static String keyword(int kind) {
        return kind == BtfKind.FUNC ? "func " : kind == BtfKind.ENUM64 ? "enum " : BtfKind.name(kind) + " ";
    }

    /** Those a slip or two away, or that one contains the other of. */
    static List<String> nearest(String name, List<String> names) {
        List<String> near = new ArrayList<>();
        String wanted = name.toLowerCase(Locale.ROOT);
        for (String other : new LinkedHashSet<>(names)) {
            String lower = other.toLowerCase(Locale.ROOT);
            boolean contains =
                    wanted.length() > 2 && lower.contains(wanted) || lower.length() > 3 && wanted.contains(lower);
            if (contains || edits(wanted, lower) <= Math.min(MOST_EDITS, wanted.length() / 3)) {
                near.add(other);
            }
        }
        near.sort(Comparator.comparingInt((String other) -> edits(wanted, other.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
        return near.subList(0, Math.min(MOST, near.size()));
    }

    /** Characters to insert, remove or exchange; where the lengths differ by more than two, that difference. */
    private static int edits(String a, String b) {
        int apart = Math.abs(a.length() - b.length());
        if (apart > MOST_EDITS) {
            return apart;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
