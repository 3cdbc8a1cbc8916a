package dev.relogrid.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates, addresses and headers. */
final class SmallPartsTest {

    @Test
    void aClientHasSoManyRequestsAMinute() {
        RateLimits limits = new RateLimits(new LimitSettings.Rate(true, 3, 1));
        for (int i = 0; i < 3; i++) {
            assertTrue(limits.count("a", true).isEmpty());
        }
        long wait = limits.count("a", true).orElseThrow();
        assertTrue(wait >= 1 && wait <= 21, "a third of a minute: " + wait);
        assertTrue(limits.count("a", false).isEmpty(), "writes are counted apart");
        assertTrue(limits.count("b", true).isEmpty(), "and so are others");
    }

    @Test
    void switchedOffItCountsNothing() {
        RateLimits limits = new RateLimits(new LimitSettings.Rate(false, 1, 1));
        assertTrue(limits.count("a", true).isEmpty());
        assertTrue(limits.count("a", true).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,                192.0.2.7",
        "2001:db8:1:2:3:4:5:6,     2001:db8:1:2::",
        "2001:db8::1,              2001:db8::",
        "2001:db8::2,              2001:db8::",
        "0:0:0:0:0:0:0:1,          0:0:0:0::"
    })
    void aNetworkIsOneClient(String address, String client) {
        assertEquals(client, ClientAddress.network(address));
    }

    @Test
    void aBearerIsReadHoweverItIsSpelt() {
        assertEquals(Optional.of("rlg_x"), BearerHeader.token("bearer rlg_x "));
        assertEquals(Optional.of("rlg_x"), BearerHeader.token("Bearer rlg_x"));
        assertEquals(Optional.empty(), BearerHeader.token("Bearer "));
        assertEquals(Optional.empty(), BearerHeader.token("Basic rlg_x"));
        assertEquals(Optional.empty(), BearerHeader.token("Bearer " + "x".repeat(9000)));
        assertEquals(Optional.empty(), BearerHeader.token(null));
    }
}
