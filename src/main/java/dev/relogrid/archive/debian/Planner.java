package dev.relogrid.archive.debian;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.DebianVersionOrder;
import dev.relogrid.archive.KernelId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the builds of the mirror against the archive. */
final class Planner {
    /** Modules have BTF since Linux 5.11. */
    private static final String FIRST_MODULE_BTF = "5.11~";

    private final ModulePolicy modules;
    private final Map<KernelId, CatalogEntry> have = new HashMap<>();

    Planner(ModulePolicy modules, List<CatalogEntry> have) {
        this.modules = modules;
        have.forEach(entry -> this.have.put(entry.id(), entry));
    }

    /** What an archive has; one that is not there has nothing. */
    static List<CatalogEntry> entries(Path archive) {
        return Files.exists(archive.resolve("catalog.json"))
                ? Archive.open(archive).entries()
                : List.of();
    }

    SyncPlan plan(List<Indexes.SuiteBuilds> suites) {
        List<PlannedKernel> wanted = new ArrayList<>();
        int had = 0;
        for (Indexes.SuiteBuilds suite : suites) {
            Set<KernelId> newest = newest(suite.builds());
            for (KernelBuild build : suite.builds()) {
                boolean withModules =
                        modules == ModulePolicy.ALL || modules == ModulePolicy.NEWEST && newest.contains(build.id());
                if (has(build, withModules)) {
                    had++;
                } else {
                    wanted.add(new PlannedKernel(build, withModules, suite.root()));
                }
            }
        }
        wanted.sort(Comparator.comparing(PlannedKernel::id));
        return new SyncPlan(wanted, had);
    }

    /** The newest build of each architecture and flavour. */
    static Set<KernelId> newest(List<KernelBuild> builds) {
        Map<String, KernelBuild> newest = new HashMap<>();
        Comparator<KernelBuild> order = Comparator.comparing(KernelBuild::version, DebianVersionOrder.INSTANCE)
                .thenComparing(KernelBuild::id);
        for (KernelBuild build : builds) {
            String line = build.id().arch() + "/" + build.flavour();
            newest.merge(line, build, (a, b) -> order.compare(a, b) >= 0 ? a : b);
        }
        Set<KernelId> ids = new HashSet<>();
        newest.values().forEach(build -> ids.add(build.id()));
        return ids;
    }

    /** In this version or a newer one; and with modules when it is to have some, can, and was added without. */
    private boolean has(KernelBuild build, boolean withModules) {
        CatalogEntry entry = have.get(build.id());
        if (entry == null || DebianVersionOrder.INSTANCE.compare(entry.origin().version(), build.version()) < 0) {
            return false;
        }
        boolean could = entry.btf() != null
                && build.hasModules()
                && DebianVersionOrder.INSTANCE.compare(build.version(), FIRST_MODULE_BTF) > 0;
        boolean none = entry.modules().isEmpty() && entry.quarantine().isEmpty();
        return !(withModules && could && none);
    }
}
