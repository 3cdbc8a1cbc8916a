package dev.relogrid.matrix.access;

import dev.relogrid.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The tokens themselves. 256 random bits need no slow hash: nobody finds one by trying, so a plain SHA-256 keeps them
 * safe, and it lets the database find a token by an index instead of comparing secrets.
 */
final class Secret {
    /** Says whose token a string is, to us and to scanners for leaked secrets. */
    static final String PREFIX = "rlg_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String make() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static String digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
