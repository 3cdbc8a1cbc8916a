package dev.relogrid.archive.source;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Kernels out of the files somebody got them in: packages of Debian and Ubuntu, of Fedora and its kin, of Arch, BTFHub
 * trees, captures of running hosts.
 */
public final class KernelSources {
    private final ImportOptions options;
    private final Sink sink;
    private final boolean verified;

    private KernelSources(ImportOptions options, Sink sink, boolean verified) {
        this.options = options;
        this.sink = sink;
        this.verified = verified;
    }

    /** Takes kernels as they are found. */
    public interface Sink {
        void add(NewKernel kernel) throws IOException;

        /** One file of a tree is damaged; the others are read all the same. */
        void leftOut(Path file, String why);
    }

    /** Whether that file says by itself which kernel it has: false for a bare image or BTF. */
    public static boolean isOne(Path file) throws IOException {
        return SourceKind.of(file) != SourceKind.OTHER;
    }

    /**
     * All kernels of {@code files}. Packages and captures are read to their ends before the first is handed over, so
     * that a damaged one leaves everything as it was; trees, which may hold thousands, file by file.
     *
     * @throws MalformedInput when a file is damaged: the file, the member, the offset in the file
     * @throws ArchiveProblem when packages do not make up kernels, or a kernel cannot be named
     */
    public static void read(List<Path> files, ImportOptions options, Sink sink) throws IOException {
        new KernelSources(options, sink, false).read(files);
    }

    /**
     * All kernels of packages whose checksums somebody has held against a signed index, so that nothing has to be read
     * only to see whether it is damaged. Where no modules are wanted, reading a .deb ends behind image and
     * configuration, which is a fifth of the work.
     *
     * @throws MalformedInput when a file is damaged where it is read
     * @throws ArchiveProblem when packages do not make up kernels, or a kernel cannot be named
     */
    public static List<NewKernel> readVerified(List<Path> packages, ImportOptions options) throws IOException {
        List<NewKernel> kernels = new ArrayList<>();
        Sink sink = new Sink() {
            @Override
            public void add(NewKernel kernel) {
                kernels.add(kernel);
            }

            @Override
            public void leftOut(Path file, String why) {
                throw new ArchiveProblem(file + " is no package");
            }
        };
        new KernelSources(options, sink, true).read(packages);
        return kernels;
    }

    private void read(List<Path> files) throws IOException {
        var packages = new KernelCollection(options);
        List<NewKernel> kernels = new ArrayList<>();
        List<Path> trees = new ArrayList<>();
        for (Path file : files) {
            SourceKind kind = SourceKind.of(file);
            switch (kind) {
                case HUB -> trees.add(file);
                case OTHER ->
                    throw new ArchiveProblem(file + " does not say which kernel it is:"
                            + " give it alone, with --id distro/suite/arch/release");
                case DEB, RPM, ARCH, CAPTURE -> one(kind, file, packages, kernels);
            }
        }
        kernels.addAll(packages.kernels());
        if (kernels.isEmpty() && trees.isEmpty()) {
            throw new ArchiveProblem(
                    "no kernel image in " + files + ": for Debian's kernels from 6.19 on give linux-binary-REL"
                            + " (and linux-modules-REL), because linux-image-REL is empty");
        }
        for (NewKernel kernel : kernels) {
            sink.add(kernel);
        }
        for (Path tree : trees) {
            tree(tree);
        }
    }

    private void one(SourceKind kind, Path path, KernelCollection packages, List<NewKernel> kernels)
            throws IOException {
        try (PackageInput file = PackageInput.open(path)) {
            try {
                switch (kind) {
                    case DEB -> DebPackage.read(file, facts -> enough(packages.of(file, facts)));
                    case RPM -> RpmPackage.read(file, facts -> packages.of(file, facts));
                    case ARCH -> ArchPackage.read(file, facts -> packages.of(file, facts));
                    default -> kernels.add(HostCapture.read(file, options));
                }
            } catch (ArchiveProblem e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw file.malformed(e);
            }
        }
    }

    private Members enough(Members members) {
        return verified && options.modules() == ModuleChoice.NONE ? new ImageAndConfig(members) : members;
    }

    private void tree(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            sink.add(HubFile.read(path, options));
            return;
        }
        for (Path file : HubFile.below(path)) {
            try {
                sink.add(HubFile.read(file, options));
            } catch (MalformedInput e) {
                sink.leftOut(file, String.valueOf(e.getMessage()));
            }
        }
    }
}
