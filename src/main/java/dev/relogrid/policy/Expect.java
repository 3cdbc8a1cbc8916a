package dev.relogrid.policy;

import dev.relogrid.policy.YamlNode.Items;
import dev.relogrid.policy.YamlNode.Keyed;
import dev.relogrid.policy.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;

/** What the parser takes, and the sentences for what it does not. */
final class Expect {
    private static final int MOST_LISTED = 10;

    private Expect() {}

    static Keyed keyed(String what, YamlNode node) {
        if (node instanceof Keyed keyed) {
            return keyed;
        }
        throw new PolicyProblem(node.place(), what + " consists of keys with values, found " + node.kind());
    }

    static List<YamlNode> items(String key, YamlNode node) {
        if (node instanceof Items items) {
            return items.items();
        }
        throw new PolicyProblem(node.place(), "'" + key + "' is a list, found " + node.kind());
    }

    /** A single value that is not blank. */
    static Scalar text(String what, YamlNode node) {
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            return scalar;
        }
        throw new PolicyProblem(node.place(), what + ": expected a single value, found " + node.kind());
    }

    /** A word that is none of those known, with the nearest of them. */
    static PolicyProblem unknown(String what, Scalar word, List<String> known) {
        String nearest = known.getFirst();
        for (String each : known) {
            if (distance(word.text(), each) < distance(word.text(), nearest)) {
                nearest = each;
            }
        }
        boolean near = distance(word.text(), nearest) <= Math.max(2, nearest.length() / 3);
        String listed = known.size() <= MOST_LISTED ? "; there are " + String.join(", ", known) : "";
        return new PolicyProblem(
                word.place(),
                "unknown " + what + " " + word.kind() + (near ? "; did you mean '" + nearest + "'?" : listed));
    }

    /** How many characters have to be put in, taken out or replaced, whatever their case. */
    static int distance(String a, String b) {
        if (a.length() > 4 * b.length() + 4) {
            return a.length(); // far too long to be meant, and the table below would be as large
        }
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
