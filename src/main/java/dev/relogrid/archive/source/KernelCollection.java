package dev.relogrid.archive.source;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.image.Extraction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers kernels out of the packages of one command; packages of the same release are one kernel together. */
final class KernelCollection {
    /** The largest images known (uncompressed ppc64el, arm64) have 50 MB. */
    static final int LARGEST_IMAGE = 512 << 20;
    /** The largest uncompressed module known has 30 MB. */
    static final int LARGEST_MODULE = 128 << 20;

    /** What follows the version in a release: {@code 6.12.107+deb13-cloud-amd64}, {@code 6.1.0-50-amd64}. */
    private static final Pattern FLAVOUR = Pattern.compile("[0-9][^-]*(?:-(?:[0-9][^-]*|rc[0-9]+))?-([A-Za-z].*)");

    private final ImportOptions options;
    private final Map<String, KernelParts> byRelease = new TreeMap<>();

    KernelCollection(ImportOptions options) {
        this.options = options;
    }

    /** Takes the files of one package. */
    Members of(PackageInput file, PackageFacts facts) {
        return (path, content) -> take(file, facts, path, content);
    }

    private void take(PackageInput file, PackageFacts facts, String path, InputStream content) throws IOException {
        KernelPaths place = KernelPaths.of(path);
        if (place == null || !isKept(place.part(), path)) {
            return;
        }
        String name = file.name() + ", " + path;
        KernelParts parts = byRelease.computeIfAbsent(place.release(), rel -> new KernelParts(rel, options.symbols()));
        switch (place.part()) {
            case IMAGE -> parts.image(name, file.all(content, LARGEST_IMAGE), facts);
            case MODULE -> parts.module(name, file.all(content, LARGEST_MODULE), facts);
            case CONFIG -> parts.config(name, file.all(content, KernelTexts.LARGEST_CONFIG), facts);
            case SYMBOLS -> parts.symbols(name, file.all(content, KernelTexts.LARGEST_SYMBOLS), facts);
        }
    }

    private boolean isKept(KernelPaths.Part part, String path) {
        return switch (part) {
            case IMAGE, CONFIG -> true;
            case MODULE -> options.modules().takes(KernelFiles.moduleName(Path.of(path)));
            case SYMBOLS -> options.symbols();
        };
    }

    /** @throws ArchiveProblem when parts do not make up kernels, or a kernel cannot be named */
    List<NewKernel> kernels() {
        if (options.id() != null && byRelease.size() > 1) {
            throw new ArchiveProblem("--id names one kernel, and these packages have "
                    + String.join(", ", byRelease.keySet()) + ": leave it away");
        }
        return byRelease.values().stream().map(this::kernel).toList();
    }

    private NewKernel kernel(KernelParts parts) {
        Extraction image = parts.image();
        PackageFacts main = parts.imagePackage();
        List<String> names = parts.packages().stream().map(PackageFacts::name).toList();
        if (image == null || main == null) {
            throw new ArchiveProblem("there are parts of " + parts.release() + " in " + String.join(", ", names)
                    + ", but no kernel image: give the package with the image together with them");
        }
        for (PackageFacts other : parts.packages()) {
            if (!build(other).equals(build(main))) {
                throw new ArchiveProblem("parts of " + parts.release() + " are of two builds: " + main.name() + " "
                        + main.version() + ", " + other.name() + " " + other.version());
            }
        }
        Origin origin = new Origin(main.name(), main.version(), flavour(parts.release()), names);
        return parts.texts()
                .of(new NewKernel(id(parts.release(), main), origin, image, parts.modules(), parts.quarantine()));
    }

    /** A signature made anew adds {@code +1} to the version of a signed package; the kernel in it is the same. */
    private static String build(PackageFacts facts) {
        return facts.version().replaceFirst("(?<=[0-9])\\+[0-9]$", "") + " " + facts.arch();
    }

    private KernelId id(String release, PackageFacts main) {
        KernelId given = options.id();
        if (given != null) {
            return given;
        }
        return new KernelId(
                said(options.distro(), main.distro(), main, "--distro"),
                said(options.suite(), main.suite(), main, "--suite"),
                main.arch(),
                release);
    }

    private static String said(@Nullable String byUser, @Nullable String byPackage, PackageFacts main, String option) {
        String known = byUser != null ? byUser : byPackage;
        if (known == null) {
            throw new ArchiveProblem(
                    main.name() + " does not say what distribution's release it is for: give " + option);
        }
        return known;
    }

    private static String flavour(String release) {
        Matcher matcher = FLAVOUR.matcher(release);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
