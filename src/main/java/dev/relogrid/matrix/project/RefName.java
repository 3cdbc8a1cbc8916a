package dev.relogrid.matrix.project;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A branch, a tag or a commit.
 *
 * @param name as git writes it, without {@code refs/heads/} and {@code refs/tags/}
 */
public record RefName(Kind kind, String name) {
    private static final int LONGEST = 200;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    /** What git allows, but for control characters it allows too; never a tilde. */
    private static final Pattern NAME =
            Pattern.compile("[^\\x00-\\x20\\x7f~^:?*\\[\\\\/][^\\x00-\\x20\\x7f~^:?*\\[\\\\]*");

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    /** What git calls it. */
    public enum Kind {
        BRANCH,
        TAG,
        COMMIT;

        /** In lower case, for programs and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws BadName when git would not call anything that */
    public RefName {
        boolean good = name.length() <= LONGEST
                && NAME.matcher(name).matches()
                && !name.endsWith("/")
                && !name.contains("..")
                && !name.contains("//");
        if (!good) {
            throw new BadName(
                    "a ref is called as git calls it, in at most " + LONGEST + " characters: main, v1.2, feature/x");
        }
    }

    /**
     * As continuous integration writes it: with or without {@code refs/heads/} or {@code refs/tags/}; 40 or 64 hexadecimal
     * digits are a commit, anything else without those is a branch. A tilde, which no ref has, stands for a slash.
     */
    public static RefName of(String text) {
        String name = text.replace('~', '/');
        if (name.startsWith(TAGS)) {
            return new RefName(Kind.TAG, name.substring(TAGS.length()));
        }
        if (name.startsWith(HEADS)) {
            return new RefName(Kind.BRANCH, name.substring(HEADS.length()));
        }
        return new RefName(COMMIT.matcher(name).matches() ? Kind.COMMIT : Kind.BRANCH, name);
    }

    /** The name where it is one part of an address. */
    public String inAddress() {
        return name.replace('/', '~');
    }
}
