package dev.relogrid.report.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KernelGroupsTest {
    private static final List<String> ALL = List.of(
            "debian/bookworm/amd64/6.1.0-47-amd64",
            "debian/bookworm/amd64/6.1.0-48-amd64",
            "debian/bookworm/amd64/6.1.0-50-amd64",
            "debian/sid/arm64/7.2.13+deb14-arm64",
            "/sys/kernel/btf",
            "own/vmlinux");

    private final KernelGroups groups = new KernelGroups(ALL);

    @Test
    void wholeGroupsAreNamedOnce() {
        assertEquals(
                List.of(
                        "debian/bookworm/amd64 (all 3)",
                        "debian/sid/arm64/7.2.13+deb14-arm64",
                        "/sys/kernel/btf",
                        "own/vmlinux"),
                groups.describe(ALL));
    }

    @Test
    void partsOfGroupsSayWhichKernelsTheyReachFromAndTo() {
        assertEquals(
                List.of("debian/bookworm/amd64 (2 of 3: 6.1.0-47-amd64 and 6.1.0-50-amd64)"),
                groups.describe(List.of(ALL.get(0), ALL.get(2))));
        List<String> four = List.of("d/s/a/1", "d/s/a/2", "d/s/a/3", "d/s/a/4");
        assertEquals(
                List.of("d/s/a (3 of 4: 1 to 4)"),
                new KernelGroups(four).describe(List.of("d/s/a/1", "d/s/a/3", "d/s/a/4")));
    }

    @Test
    void oneKernelIsItsId() {
        assertEquals(List.of(ALL.get(1)), groups.describe(List.of(ALL.get(1))));
        assertEquals(List.of(), groups.describe(List.of()));
    }
}
