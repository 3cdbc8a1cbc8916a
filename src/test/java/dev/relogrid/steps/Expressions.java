package dev.relogrid.steps;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few of GitHub's expressions the Action may use: a name, and a name that equals a text. Everything else, and every
 * name that is not known, is refused, so that nothing is used that no test sees.
 *
 * @param known values by their whole names: {@code inputs.objects}
 */
record Expressions(Map<String, String> known) {
    private static final Pattern HOLE = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[A-Za-z_-]+)+");
    private static final Pattern EQUALS = Pattern.compile("(\\S+) == '([^']*)'");

    /** A text with its expressions replaced by what they come to. */
    String text(String template) {
        return HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(value(hole.group(1))));
    }

    /** Whether a step runs, by its {@code if}. */
    boolean holds(String condition) {
        Matcher equals = EQUALS.matcher(condition);
        if (!equals.matches()) {
            throw new IllegalArgumentException("no condition these tests know: " + condition);
        }
        return value(equals.group(1)).equals(equals.group(2));
    }

    private String value(String name) {
        String value = NAME.matcher(name).matches() ? known.get(name) : null;
        if (value == null) {
            throw new IllegalArgumentException("no expression these tests know: " + name);
        }
        return value;
    }
}
