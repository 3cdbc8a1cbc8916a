package dev.relogrid.matrix.queue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node does. */
public enum Role {
    /** Answers over HTTP, and puts into queues what takes longer. */
    WEB,
    /** Judges objects, and tells webhooks. */
    MATRIX,
    /** Boots kernels. */
    VM;

    /**
     * Reads {@code web,matrix,vm}.
     *
     * @throws IllegalArgumentException when a word is no role, or there is none
     */
    static Set<Role> parse(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : text.split(",", -1)) {
            roles.add(of(word.strip(), text));
        }
        return roles;
    }

    private static Role of(String word, String text) {
        for (Role role : values()) {
            if (role.toString().equals(word)) {
                return role;
            }
        }
        String known = Arrays.stream(values()).map(Role::toString).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "relogrid.roles: expected roles out of " + known + ", found '" + word + "' in '" + text + "'");
    }

    /** As it is written in settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
