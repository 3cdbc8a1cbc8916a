package dev.relogrid.engine.advice;

/**
 * Where a change came into the kernel.
 *
 * @param since the upstream release that has it, {@code 6.6}
 * @param exact whether it is known to be in no release before; else that one is the first archived kernel that has it
 * @param commit the first twelve digits of the commit's hash; empty when nobody looked it up
 * @param backports the longterm releases that took it over, {@code 6.1.y}; empty when none is known
 */
public record Origin(String since, boolean exact, String commit, String backports) {

    /** As the tables write it: {@code 6.14 7b8a702d9438, 6.12.y}, or {@code <6.1} for what came at some time before. */
    static Origin parse(String text) {
        int comma = text.indexOf(',');
        String backports = comma < 0 ? "" : text.substring(comma + 2);
        String release = comma < 0 ? text : text.substring(0, comma);
        int space = release.indexOf(' ');
        String commit = space < 0 ? "" : release.substring(space + 1);
        String since = space < 0 ? release : release.substring(0, space);
        boolean exact = !since.startsWith("<");
        return new Origin(exact ? since : since.substring(1), exact, commit, backports);
    }

    /** {@code since 6.14 (7b8a702d9438, also in 6.12.y)}, {@code in 6.1 or before}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(exact ? "since " + since : "in " + since + " or before");
        if (!commit.isEmpty() || !backports.isEmpty()) {
            text.append(" (").append(commit);
            text.append(commit.isEmpty() || backports.isEmpty() ? "" : ", ");
            text.append(backports.isEmpty() ? "" : "also in " + backports).append(')');
        }
        return text.toString();
    }
}
