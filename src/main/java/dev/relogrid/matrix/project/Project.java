package dev.relogrid.matrix.project;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that ships objects.
 *
 * @param id its row
 * @param name lower-case letters, digits and {@code . _ -}, at most 63 of them
 * @param policy the text of its {@code .relogrid}; empty for none
 * @param version how often the policy was set
 */
public record Project(long id, String name, Instant createdAt, String policy, long version) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** @throws BadName when no project can be called that */
    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new BadName(
                    "a project's name is a lower-case letter or digit and at most 62 more of these and of . _ -");
        }
    }
}
