package dev.relogrid.matrix.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Roles as settings write them, and waits as they grow. */
final class RoleTest {

    @Test
    void rolesAreWordsWithCommasBetween() {
        assertEquals(EnumSet.allOf(Role.class), Role.parse("web, matrix,vm"));
        assertEquals(EnumSet.of(Role.MATRIX), Role.parse("matrix"));
    }

    @Test
    void unknownRoleIsNamedWithThoseThereAre() {
        assertEquals(
                "relogrid.roles: expected roles out of web, matrix, vm, found 'worker' in 'web,worker'",
                assertThrows(IllegalArgumentException.class, () -> Role.parse("web,worker"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Role.parse(""));
    }

    @Test
    void eachWaitIsLongerThanTheOneBefore() {
        Retries retries = new Retries(7, Duration.ofSeconds(75), 3);
        assertEquals(Duration.ofSeconds(75), retries.after(1));
        assertEquals(Duration.ofSeconds(225), retries.after(2));
        Duration all = Duration.ZERO;
        for (int i = 1; i <= retries.most(); i++) {
            all = all.plus(retries.after(i));
        }
        assertEquals(Duration.ofSeconds(81_975), all); // within a day
    }
}
