package dev.relogrid.matrix.queue;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this node does. */
@Component
public final class Roles {
    private final Set<Role> roles;

    /** @param text {@code relogrid.roles}, words with commas between */
    Roles(@Value("${relogrid.roles}") String text) {
        this.roles = Role.parse(text);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    @Override
    public String toString() {
        return roles.toString();
    }
}
