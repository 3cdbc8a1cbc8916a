package dev.relogrid.cli;

import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.BlobRef;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.image.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid archive add}: one kernel, its BTF or the fact that it has none. */
@Command(name = "add", description = "Adds one kernel: its BTF, or the fact that it has none.")
final class ArchiveAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder; made when there is none.")
    private @Nullable Path archive;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "distro/suite/arch/release")
    private String id = "";

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
            paramLabel = "FILE",
            description = "A module (.ko, .ko.xz or its BTF); may be repeated.")
    private List<Path> modules = List.of();

    @Option(names = "--replace", description = "Replace an entry of the same id and other content.")
    private boolean replace;

    @Parameters(paramLabel = "IMAGE", description = "vmlinuz, vmlinux or raw BTF, compressed or not.")
    private Path image = Path.of("");

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::add);
    }

    private int add() throws IOException {
        Extraction vmlinux = KernelFiles.extract(image);
        var kernel = new NewKernel(
                KernelId.of(id), new Origin(packageName, version, flavour, source), vmlinux, readModules());
        try (ArchiveWriter writer = ArchiveWriter.open(ArchiveLocation.of(archive))) {
            spec.commandLine().getOut().println(describe(writer.add(kernel, replace)));
        }
        return 0;
    }

    private SortedMap<String, byte[]> readModules() throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        for (Path file : modules) {
            switch (KernelFiles.extract(file)) {
                case Extraction.Found btf -> found.put(KernelFiles.moduleName(file), btf.btf());
                case Extraction.NoBtf none ->
                    spec.commandLine().getErr().println("relogrid: left out " + file + ": " + none.reason());
            }
        }
        return found;
    }

    private static String describe(CatalogEntry entry) {
        BlobRef btf = entry.btf();
        if (btf == null) {
            return entry.id() + ": no BTF (" + entry.noBtf() + ")";
        }
        return entry.id() + ": " + btf.size() + " bytes of BTF, " + btf.packed() + " packed, modules: "
                + entry.modules().size();
    }
}
