package dev.relogrid.matrix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Signatures as receivers check them. */
final class SignatureTest {

    /** By {@code printf '1700000000.{"id":"1"}' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void signatureIsTheOneOpensslMakes() {
        assertEquals(
                "t=1700000000,v1=086f6aff7bd084c98679825129c5a64dbad88c760016d6d2c0fb123f27951d54",
                Signature.of(
                        "secret",
                        Instant.ofEpochSecond(1_700_000_000, 999_999_999),
                        "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8)));
    }
}
