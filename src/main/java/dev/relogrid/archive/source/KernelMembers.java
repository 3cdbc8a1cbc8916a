package dev.relogrid.archive.source;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Path;

/** The files of kernels in packages, as they are in there, for those who need more of a kernel than its types. */
public final class KernelMembers {
    private KernelMembers() {}

    /** Takes files as they come. What it throws but {@link ArchiveProblem} counts as damage of the package. */
    public interface Sink {
        /** Whether to read that file. */
        boolean wants(KernelPaths place, String path);

        /** @param content all of it, at most 512 MiB of an image, 128 MiB of a module, 8 MiB of a config */
        void file(KernelPaths place, PackageFacts from, String path, byte[] content) throws IOException;
    }

    /** Whether that file is a package: of Debian and its kin, of Fedora and its kin, of Arch. */
    public static boolean isPackage(Path file) throws IOException {
        return switch (SourceKind.of(file)) {
            case DEB, RPM, ARCH -> true;
            case CAPTURE, HUB, OTHER -> false;
        };
    }

    /**
     * Reads a package to its end.
     *
     * @throws MalformedInput when it is damaged: the file, the member, the offset in the file
     * @throws ArchiveProblem when it is no package
     */
    public static void read(Path path, Sink sink) throws IOException {
        SourceKind kind = SourceKind.of(path);
        try (PackageInput file = PackageInput.open(path)) {
            try {
                switch (kind) {
                    case DEB -> DebPackage.read(file, facts -> members(file, facts, sink));
                    case RPM -> RpmPackage.read(file, facts -> members(file, facts, sink));
                    case ARCH -> ArchPackage.read(file, facts -> members(file, facts, sink));
                    case CAPTURE, HUB, OTHER -> throw new ArchiveProblem(path + " is no package");
                }
            } catch (ArchiveProblem e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw file.malformed(e);
            }
        }
    }

    private static Members members(PackageInput file, PackageFacts facts, Sink sink) {
        return (path, content) -> {
            KernelPaths place = KernelPaths.of(path);
            if (place != null && sink.wants(place, path)) {
                sink.file(place, facts, path, file.all(content, largest(place)));
            }
        };
    }

    private static int largest(KernelPaths place) {
        return switch (place.part()) {
            case IMAGE -> KernelCollection.LARGEST_IMAGE;
            case MODULE -> KernelCollection.LARGEST_MODULE;
            case CONFIG -> KernelTexts.LARGEST_CONFIG;
            case SYMBOLS -> KernelTexts.LARGEST_SYMBOLS;
        };
    }
}
