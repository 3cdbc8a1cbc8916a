package dev.relogrid.embedded;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Everything that is understood, with some bytes changed or its end missing: never anything but a found object or a sentence. */
final class MutatedContentsTest {
    private static final int ROUNDS = 1500;

    @Test
    void damageEndsInASentence() throws IOException {
        for (Map.Entry<String, byte[]> seed : FuzzedContents.seeds().entrySet()) {
            assertTrue(FuzzedContents.lookInto(seed.getValue()) > 0, seed.getKey());
            Random random = new Random(seed.getKey().hashCode());
            for (int i = 0; i < ROUNDS; i++) {
                byte[] mutated = mutate(seed.getValue(), random);
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> FuzzedContents.lookInto(mutated), seed::getKey);
            }
        }
    }

    private static byte[] mutate(byte[] seed, Random random) {
        byte[] data = random.nextInt(4) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length)) : seed.clone();
        for (int n = random.nextInt(6); n >= 0 && data.length > 0; n--) {
            // headers stand in front; bytes that mean something are few
            int at = random.nextInt(random.nextBoolean() ? data.length : Math.min(data.length, 700));
            data[at] = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> (byte) 0xff;
                case 2 -> (byte) ('0' + random.nextInt(10));
                default -> (byte) random.nextInt();
            };
        }
        return data;
    }
}
