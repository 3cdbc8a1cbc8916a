package dev.relogrid.cli;

import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.image.Extraction;
import dev.relogrid.archive.image.KernelContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to know about a kernel whose file is a bare image, which does not say it; a group of {@code archive add}. */
final class ImageOptions {
    static final List<String> NAMES =
            List.of("--package", "--package-version", "--flavour", "--source", "--module", "--config", "--symbols");

    @Option(names = "--package", paramLabel = "NAME", description = "The package that names this build.")
    private String packageName = "";

    @Option(names = "--package-version", paramLabel = "VERSION", description = "That package's version.")
    private String version = "";

    @Option(names = "--flavour", paramLabel = "NAME", description = "The variant within the release: cloud-amd64, rt.")
    private String flavour = "";

    @Option(names = "--source", paramLabel = "NAME", description = "A package the files come from; may be repeated.")
    private List<String> source = List.of();

    @Option(
            names = "--module",
            paramLabel = "MODULE",
            description = "A module (.ko, .ko.xz or its BTF); may be repeated.")
    private List<Path> modules = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Its .config or config.gz, instead of the one the image may carry.")
    private @Nullable Path config;

    @Option(
            names = "--symbols",
            paramLabel = "FILE",
            description = "A System.map or a copy of /proc/kallsyms, instead of the symbols in the image.")
    private @Nullable Path symbols;

    /**
     * @param warn gets a sentence for every module that has no BTF
     * @param keepSymbols false leaves the image's symbols out
     */
    NewKernel kernel(KernelId id, Path image, boolean keepSymbols, Consumer<String> warn) throws IOException {
        KernelContents contents = KernelFiles.contents(image);
        var origin = new Origin(packageName, version, flavour, source);
        return new NewKernel(id, origin, contents.types(), readModules(warn))
                .withConfig(config == null ? contents.config() : KernelFiles.config(config))
                .withSymbols(symbols(contents, keepSymbols, warn));
    }

    /** A placeholder, as Debian ships one for System.map, does not hide what the image has. */
    private byte @Nullable [] symbols(KernelContents contents, boolean keep, Consumer<String> warn) throws IOException {
        byte[] given = symbols == null ? null : KernelFiles.symbols(symbols);
        if (symbols != null && given == null) {
            warn.accept("left out " + symbols + ": a placeholder without symbols");
        }
        return given != null || !keep ? given : contents.symbols();
    }

    private SortedMap<String, byte[]> readModules(Consumer<String> warn) throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        for (Path file : modules) {
            switch (KernelFiles.extract(file)) {
                case Extraction.Found btf -> found.put(KernelFiles.moduleName(file), btf.btf());
                case Extraction.NoBtf none -> warn.accept("left out " + file + ": " + none.reason());
            }
        }
        return found;
    }
}
