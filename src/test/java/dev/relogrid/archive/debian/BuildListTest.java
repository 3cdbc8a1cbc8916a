package dev.relogrid.archive.debian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kernel builds there are, told from real stanzas of three suites. */
final class BuildListTest {
    private static final String HASH = "a".repeat(64);

    @Test
    void onePackageWithEverything() throws IOException {
        assertEquals(
                List.of(
                        "debian/trixie-security/amd64/6.12.90+deb13-amd64",
                        "debian/trixie-security/amd64/6.12.90+deb13-cloud-amd64",
                        "debian/trixie-security/amd64/6.12.94+deb13-amd64",
                        "debian/trixie-security/amd64/6.12.94+deb13-cloud-amd64",
                        "debian/trixie-security/amd64/6.12.107+deb13-amd64",
                        "debian/trixie-security/amd64/6.12.107+deb13-cloud-amd64"),
                Listed.in("trixie-security").stream()
                        .map(build -> build.id().toString())
                        .toList());
        KernelBuild build = Listed.only("trixie-security", "6.12.107+deb13-cloud-amd64");
        assertEquals("linux-image-6.12.107+deb13-cloud-amd64", build.image().name(), "the signed one");
        assertEquals(34_402_644, build.image().size());
        assertEquals(List.of(build.image()), build.files(true));
        assertTrue(build.hasModules());
        assertEquals("cloud-amd64", build.flavour());
    }

    @Test
    void threePackagesOfOneKernel() throws IOException {
        List<KernelBuild> builds = Listed.in("sid");
        assertEquals(1, builds.size(), "meta packages, linux-base and debug symbols are no kernels");
        KernelBuild build = builds.getFirst();
        assertEquals(
                List.of(
                        "linux-binary-7.2.13+deb14-cloud-amd64",
                        "linux-base-7.2.13+deb14-cloud-amd64",
                        "linux-modules-7.2.13+deb14-cloud-amd64"),
                build.files(true).stream().map(PoolFile::name).toList());
        assertEquals(2, build.files(false).size());
        assertEquals(
                "linux-base-7.2.13+deb14-cloud-amd64_7.2.13-1_amd64.deb",
                build.files(false).getLast().fileName());
    }

    @Test
    void ofSupersededBuildsTheImageIsLeft() throws IOException {
        KernelBuild build = Listed.only("trixie-backports", "7.1.8+deb13-cloud-amd64");
        assertNull(build.base());
        assertFalse(build.hasModules());
        assertEquals(List.of(build.image()), build.files(true));
    }

    @Test
    void ofTwoVersionsWithOneNameTheNewestCounts() throws IOException {
        List<KernelBuild> builds = read(stanza("linux-image-6.1.0-50-amd64", "6.1.170-3")
                + stanza("linux-image-6.1.0-50-amd64", "6.1.170-10")
                + stanza("linux-image-6.1.0-50-amd64-unsigned", "6.1.170-10"));
        assertEquals(1, builds.size());
        assertEquals("6.1.170-10", builds.getFirst().version());
        assertEquals("linux-image-6.1.0-50-amd64", builds.getFirst().image().name());
    }

    @Test
    void aSignatureMadeAnewIsTheSameBuild() throws IOException {
        List<KernelBuild> builds = read(stanza("linux-binary-7.2-amd64", "7.2.13-1+1")
                + stanza("linux-binary-unsigned-7.2-amd64", "7.2.13-1")
                + stanza("linux-modules-7.2-amd64", "7.2.13-1"));
        assertEquals("7.2.13-1+1", builds.getFirst().version());
        assertEquals(2, builds.getFirst().files(true).size());
    }

    @Test
    void stanzasWithoutAFileArePassedOver() throws IOException {
        String good = stanza("linux-image-6.1.0-50-amd64", "1");
        assertEquals(1, read(good).size());
        for (String bad : List.of(
                good.replace("pool/", "/pool/"),
                good.replace("pool/", "pool/../"),
                good.replace("Size: ", "Size: -"),
                good.replace(HASH, "abc"),
                good.replace("-amd64\n", "-unheardof\n"),
                good.replace("Filename: ", " Filename: "))) {
            assertEquals(List.of(), read(bad), bad);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5.10.0-46-686-pae, 686-pae",
        "6.12.107+deb13-arm64-16k, arm64-16k",
        "7.3-rc7-rt-arm64, rt-arm64",
        "6.5.0-0.deb12.4-powerpc64le, powerpc64le",
        "7.2.13+deb14, ''"
    })
    void flavourOfARelease(String release, String flavour) {
        assertEquals(flavour, KernelBuild.flavour(release));
    }

    private static String stanza(String name, String version) {
        return "Package: " + name + "\nVersion: " + version
                + "\nArchitecture: amd64\nDescription: a kernel\n of many lines\n"
                + "Filename: pool/main/l/linux/" + name + "_" + version + "_amd64.deb\nSize: 12000000\nSHA256: " + HASH
                + "\n\n";
    }

    private static List<KernelBuild> read(String index) throws IOException {
        BuildList builds = new BuildList(Suite.of("sid"));
        Stanzas.read(new ByteArrayInputStream(index.getBytes(StandardCharsets.UTF_8)), builds::accept);
        return builds.builds();
    }
}
