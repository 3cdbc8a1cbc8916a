package dev.relogrid.matrix.project;

import org.jspecify.annotations.Nullable;

/**
 * What is to be attached where.
 *
 * @param ref created when it is not there
 * @param path what the object is called in the project: a relative path with slashes
 * @param objectId the object's row
 * @param commit the commit it was built from; null when not known
 */
public record Attachment(
        RefName ref, String path, long objectId, @Nullable String commit) {
    private static final int LONGEST_PATH = 255;
    private static final int LONGEST_COMMIT = 64;

    /** @throws BadName when the path is not one, or the commit is not hexadecimal digits */
    public Attachment {
        if (!isPath(path)) {
            throw new BadName("an object's path is relative, like bpf/open.bpf.o: at most " + LONGEST_PATH
                    + " characters, without empty parts, . and ..");
        }
        if (commit != null && (commit.length() > LONGEST_COMMIT || !commit.matches("[0-9a-f]{7,}"))) {
            throw new BadName("a commit is 7 to 64 hexadecimal digits in lower case");
        }
    }

    private static boolean isPath(String path) {
        boolean plain = path.length() <= LONGEST_PATH && path.chars().noneMatch(Character::isISOControl);
        for (String part : path.split("/", -1)) {
            plain = plain && !part.isEmpty() && !part.equals(".") && !part.equals("..");
        }
        return plain;
    }
}
