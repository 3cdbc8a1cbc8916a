package dev.relogrid.archive.source;

import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.Quarantined;
import dev.relogrid.archive.image.Extraction;
import dev.relogrid.archive.image.KernelContents;
import dev.relogrid.archive.image.KernelImage;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the packages given so far have of one kernel. Of images and modules only BTF, config and symbols are kept. */
final class KernelParts {
    /** All modules of the largest kernels known have 114 MB of BTF. */
    private static final long MOST_MODULE_BTF = 512L << 20;

    private final String release;
    private final List<PackageFacts> packages = new ArrayList<>();
    private final SortedMap<String, byte[]> modules = new TreeMap<>();
    private final SortedMap<String, String> modulePaths = new TreeMap<>();
    private final SortedMap<String, String> unhealthy = new TreeMap<>();
    private final KernelTexts texts = new KernelTexts();
    private final boolean keepSymbols;
    private @Nullable Extraction image;
    private @Nullable PackageFacts imagePackage;
    private long moduleBtf;

    KernelParts(String release, boolean keepSymbols) {
        this.release = release;
        this.keepSymbols = keepSymbols;
    }

    /** As {@code uname -r} says it. */
    String release() {
        return release;
    }

    /** A package has the same kernel in more than one form at times: the first that has BTF counts. */
    void image(String name, byte[] file, PackageFacts from) {
        if (image instanceof Extraction.Found) {
            return;
        }
        KernelContents contents = KernelImage.contents(name, file);
        if (image == null || contents.types() instanceof Extraction.Found) {
            image = contents.types();
            imagePackage = from;
            texts.image(contents, keepSymbols);
        }
        from(from);
    }

    void config(String path, byte[] file, PackageFacts from) {
        from(from);
        texts.config(path, file);
    }

    /** A System.map. */
    void symbols(String path, byte[] file, PackageFacts from) {
        from(from);
        texts.symbols(path, file);
    }

    /** Config and symbols. */
    KernelTexts texts() {
        return texts;
    }

    /** A module that cannot be read is on record as such; it does not spoil the others. */
    void module(String path, byte[] file, PackageFacts from) {
        from(from);
        String name = KernelFiles.moduleName(Path.of(path));
        try {
            if (KernelImage.extract(path, file) instanceof Extraction.Found found) {
                put(name, path, found.btf());
            }
        } catch (MalformedInput e) {
            unhealthy.put(name, String.valueOf(e.getMessage()));
        }
    }

    private void put(String name, String path, byte[] btf) {
        byte[] other = modules.get(name);
        String otherPath = modulePaths.putIfAbsent(name, path);
        if (other != null && Arrays.equals(other, btf) || unhealthy.containsKey(name)) {
            return;
        }
        if (other != null) {
            modules.remove(name);
            unhealthy.put(
                    name,
                    "two modules of that name with different BTF, " + otherPath + " and " + path
                            + ": which one a machine loads is not known");
            return;
        }
        moduleBtf += btf.length;
        if (moduleBtf > MOST_MODULE_BTF) {
            throw new MalformedInput(
                    path, 0, "modules with at most " + MOST_MODULE_BTF + " bytes of BTF in all", "more");
        }
        modules.put(name, btf);
    }

    private void from(PackageFacts facts) {
        if (!packages.contains(facts)) {
            packages.add(facts);
        }
    }

    /** Null when no package had one. */
    @Nullable
    Extraction image() {
        return image;
    }

    /** The package with the image, null without one. */
    @Nullable
    PackageFacts imagePackage() {
        return imagePackage;
    }

    List<PackageFacts> packages() {
        return packages;
    }

    SortedMap<String, byte[]> modules() {
        return modules;
    }

    List<Quarantined> quarantine() {
        Stream<Quarantined> unreadable =
                unhealthy.entrySet().stream().map(part -> new Quarantined(part.getKey(), part.getValue()));
        return Stream.concat(unreadable, texts.quarantine().stream()).toList();
    }
}
