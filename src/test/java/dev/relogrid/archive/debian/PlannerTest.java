package dev.relogrid.archive.debian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.archive.BlobRef;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.DistroLine;
import dev.relogrid.archive.KernelId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fetched, given what the mirror has and what the archive has. */
final class PlannerTest {
    private static final BlobRef BTF = new BlobRef("a".repeat(64), 5_000_000, 1_000_000);

    @TempDir
    private Path dir = Path.of("");

    @Test
    void theNewestIsToldByVersionAndNotByPlace() throws IOException {
        List<KernelBuild> builds = new ArrayList<>(Listed.in("trixie-security"));
        Collections.shuffle(builds, new Random(1));
        assertEquals(
                Set.of(
                        KernelId.of("debian/trixie-security/amd64/6.12.107+deb13-amd64"),
                        KernelId.of("debian/trixie-security/amd64/6.12.107+deb13-cloud-amd64")),
                Planner.newest(builds));
    }

    @Test
    void modulesGoWithThePolicy() throws IOException {
        assertEquals(List.of(false, false, false, false, true, true), withModules(ModulePolicy.NEWEST));
        assertEquals(Collections.nCopies(6, false), withModules(ModulePolicy.NONE));
        assertEquals(Collections.nCopies(6, true), withModules(ModulePolicy.ALL));
    }

    private List<Boolean> withModules(ModulePolicy policy) throws IOException {
        return plan("trixie-security", policy).kernels().stream()
                .map(PlannedKernel::withModules)
                .toList();
    }

    @Test
    void anEmptyArchiveGetsAll() throws IOException {
        SyncPlan plan = plan("sid", ModulePolicy.NEWEST);
        assertEquals(0, plan.had());
        assertEquals(13_717_736 + 417_436 + 23_451_956, plan.bytes());
    }

    @Test
    void whatTheArchiveHasIsNotFetchedAgain() throws IOException {
        assertEquals(0, fetched(ModulePolicy.NONE, entry("7.2.13-1", BTF)));
        assertEquals(0, fetched(ModulePolicy.NEWEST, entry("7.2.13-1", BTF, "veth")));
        assertEquals(0, fetched(ModulePolicy.NONE, entry("7.2.14-1", BTF)), "a newer one is not replaced");
        assertEquals(1, fetched(ModulePolicy.NONE, entry("7.2.12-1", BTF)), "an older one is");
    }

    @Test
    void aKernelThatHasBecomeTheNewestGetsItsModules() throws IOException {
        assertEquals(1, fetched(ModulePolicy.NEWEST, entry("7.2.13-1", BTF)));
        assertEquals(0, fetched(ModulePolicy.NEWEST, entry("7.2.13-1", null)), "without BTF modules are of no use");
    }

    @Test
    void modulesThatAreGoneAreNotAskedForAgain() throws IOException {
        KernelBuild gone = Listed.only("trixie-backports", "7.1.8+deb13-cloud-amd64");
        CatalogEntry entry = new CatalogEntry(gone.id(), origin(gone.version()), BTF, List.of(), null);
        AptRoot root = AptRoot.make(dir, "", Suite.of("trixie-backports"), List.of("amd64"));
        var suite = new Indexes.SuiteBuilds(List.of(gone), root);
        assertEquals(
                1,
                new Planner(ModulePolicy.ALL, List.of(entry))
                        .plan(List.of(suite))
                        .had());
    }

    @Test
    void everySuiteIsOneTheArchiveCanOrder() {
        for (Suite suite : Suite.ALL) {
            String line = DistroLine.of("debian", suite.name()).name();
            assertEquals(!suite.name().matches("sid|experimental"), line.matches("[0-9]+"), suite + " is of " + line);
        }
        assertEquals(22, Suite.ALL.size());
    }

    private int fetched(ModulePolicy policy, CatalogEntry had) throws IOException {
        return plan("sid", policy, had).kernels().size();
    }

    private SyncPlan plan(String suite, ModulePolicy policy, CatalogEntry... had) throws IOException {
        AptRoot root = AptRoot.make(dir, "", Suite.of(suite), List.of("amd64"));
        return new Planner(policy, List.of(had)).plan(List.of(new Indexes.SuiteBuilds(Listed.in(suite), root)));
    }

    private static CatalogEntry entry(String version, @Nullable BlobRef btf, String... modules) {
        return new CatalogEntry(
                KernelId.of("debian/sid/amd64/7.2.13+deb14-cloud-amd64"),
                origin(version),
                btf,
                List.of(modules).stream()
                        .map(name -> new ModuleEntry(name, BTF))
                        .toList(),
                btf == null ? "not configured" : null);
    }

    private static Origin origin(String version) {
        return new Origin("linux-binary-7.2.13+deb14-cloud-amd64", version, "cloud-amd64", List.of());
    }
}
