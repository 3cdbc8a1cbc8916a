package dev.relogrid.archive.debian;

import dev.relogrid.archive.KernelHealth;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.source.ImportOptions;
import dev.relogrid.archive.source.KernelSources;
import dev.relogrid.archive.source.ModuleChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kernel the archive is to get. */
public final class PlannedKernel {
    private final KernelBuild build;
    private final boolean withModules;
    private final AptRoot root;

    PlannedKernel(KernelBuild build, boolean withModules, AptRoot root) {
        this.build = build;
        this.withModules = withModules;
        this.root = root;
    }

    /** {@code debian/suite/arch/release}. */
    public KernelId id() {
        return build.id();
    }

    /** Of the package with the image. */
    public String version() {
        return build.version();
    }

    /** Whether some of its modules are taken too, where the mirror has them. */
    public boolean withModules() {
        return withModules && build.hasModules();
    }

    /** How much has to be fetched, when nothing of it lies in the work folder. */
    public long bytes() {
        return files().stream().mapToLong(PoolFile::size).sum();
    }

    List<PoolFile> files() {
        return build.files(withModules);
    }

    AptRoot root() {
        return root;
    }

    /**
     * The kernel in these of its {@link #files}, the unhealthy parts of it in quarantine.
     *
     * @throws dev.relogrid.engine.bytes.MalformedInput when one is damaged
     * @throws dev.relogrid.archive.ArchiveProblem when they do not make up a kernel
     */
    NewKernel read(List<Path> packages) throws IOException {
        ModuleChoice choice = withModules ? ModuleChoice.SOME : ModuleChoice.NONE;
        KernelId id = id();
        List<NewKernel> kernels =
                KernelSources.readVerified(packages, new ImportOptions(id.distro(), id.suite(), id, choice));
        return KernelHealth.check(kernels.getFirst());
    }
}
