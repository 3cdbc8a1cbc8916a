package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Releases and ids in the order people expect, however they came in. */
final class ReleaseOrderTest {
    @Test
    void releases() {
        assertSorted(
                List.of(
                        "5.4.0-42-generic",
                        "5.4.0-100-generic",
                        "6.1.0-9-amd64",
                        "6.1.0-50-amd64",
                        "6.1.0-50-cloud-amd64",
                        "6.12.9+deb13-amd64",
                        "6.12.74+deb13-amd64",
                        "6.12.74+deb13-rt-amd64",
                        "6.12.74+deb13+1-amd64",
                        "6.12.107+deb13-amd64",
                        "7.3~rc7-amd64",
                        "7.3",
                        "7.3-amd64",
                        "99999999999999999999999999.1"),
                ReleaseOrder.INSTANCE);
    }

    @Test
    void ids() {
        assertSorted(
                List.of(
                        KernelId.of("debian/bullseye/arm64/5.10"),
                        KernelId.of("debian/bullseye-security/amd64/5.10"),
                        KernelId.of("debian/bookworm/amd64/6.1.0-50"),
                        KernelId.of("debian/bookworm/arm64/6.1.0-9"),
                        KernelId.of("debian/bookworm-security/amd64/6.1.0-52"),
                        KernelId.of("debian/bookworm-backports/amd64/6.12"),
                        KernelId.of("debian/trixie/amd64/6.12"),
                        KernelId.of("debian/forky/amd64/7.2"),
                        KernelId.of("debian/sid/amd64/7.2"),
                        KernelId.of("debian/experimental/amd64/7.3"),
                        KernelId.of("debian/unheard-of/amd64/1"),
                        KernelId.of("ubuntu/9.10/amd64/2.6"),
                        KernelId.of("ubuntu/20.04/amd64/5.4")),
                Comparator.naturalOrder());
    }

    @Test
    void linesOfDebianHaveNumbersAndTakeInTheirPockets() {
        for (String suite : List.of("bookworm", "bookworm-security", "bookworm-updates", "bookworm-backports")) {
            assertEquals(new DistroLine("debian", "12"), DistroLine.of("debian", suite));
        }
        for (String suite : List.of("sid", "experimental", "bookworm-odd", "12", "")) {
            assertEquals(new DistroLine("debian", suite), DistroLine.of("debian", suite));
        }
        assertEquals(new DistroLine("devuan", "bookworm"), DistroLine.of("devuan", "bookworm"));
        assertEquals(0, DistroLine.of("debian", "forky").rollingRank());
        assertEquals(1, DistroLine.of("debian", "sid").rollingRank());
        assertEquals(2, DistroLine.of("debian", "experimental").rollingRank());
    }

    @Test
    void idsHaveFourPlainParts() {
        for (String bad : List.of("", "debian", "debian/sid/amd64", "a/b/c/d/e", "a//c/d", "a/../c/d", "a/b/c/d e")) {
            assertThrows(ArchiveProblem.class, () -> KernelId.of(bad));
        }
    }

    private static <T> void assertSorted(List<T> sorted, Comparator<? super T> order) {
        for (int seed = 0; seed < 20; seed++) {
            List<T> shuffled = new ArrayList<>(sorted);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(order);
            assertEquals(sorted, shuffled);
        }
    }
}
