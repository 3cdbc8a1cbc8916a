package dev.relogrid.cli;

import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelHealth;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.PartRef;
import dev.relogrid.archive.source.ImportOptions;
import dev.relogrid.archive.source.KernelSources;
import dev.relogrid.archive.source.ModuleChoice;
import dev.relogrid.report.look.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid archive add}: kernels out of packages, trees, captures, or one image. */
@Command(
        name = "add",
        header = "Adds kernels to the archive: their BTF, or the fact that they have none, config and symbols.",
        description = {
            "",
            "FILE is a .deb, an .rpm or an Arch package (image and modules in several packages are given together), a"
                    + " BTFHub tree or a file of one, a capture made by ci/capture-kernel, or, with --id, an image:"
                    + " vmlinuz, vmlinux or raw BTF, compressed or not. Unhealthy parts are quarantined.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  relogrid archive add --suite sid linux-binary-7.2.deb linux-modules-7.2.deb",
            "  relogrid archive add kernel-core.rpm kernel-modules-core.rpm",
            "  relogrid archive add --id debian/sid/amd64/7.2 --module veth.ko.xz --config config-7.2 vmlinuz-7.2"
        },
        sortOptions = false)
final class ArchiveAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to add.")
    private List<Path> files = List.of();

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder; made when there is none.")
    private @Nullable Path archive;

    @Option(names = "--id", paramLabel = "ID", description = "distro/suite/arch/release, instead of what FILE says.")
    private @Nullable String id;

    @Option(names = "--distro", paramLabel = "NAME", description = "The distribution, instead of what FILE says.")
    private @Nullable String distro;

    @Option(names = "--suite", paramLabel = "NAME", description = "Its release or line; a .deb does not say it.")
    private @Nullable String suite;

    @Option(
            names = "--modules",
            paramLabel = "WHICH",
            description = "Of a package: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, the common ones).")
    private ModuleChoice modules = ModuleChoice.SOME;

    @Option(names = "--no-symbols", description = "Leave the names of the kernel's functions and variables out.")
    private boolean withoutSymbols;

    @Option(names = "--replace", description = "Replace an entry of the same id and other content.")
    private boolean replace;

    @ArgGroup(exclusive = false, heading = "%nOf an image given with --id:%n")
    private ImageOptions image = new ImageOptions();

    /** Opened for the first kernel: files that turn out to hold none leave no archive behind, and none locked. */
    private @Nullable ArchiveWriter writer;

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::add);
    }

    private int add() throws IOException {
        KernelId given = id == null ? null : KernelId.of(id);
        try {
            if (given != null && files.size() == 1 && !KernelSources.isOne(files.getFirst())) {
                store(image.kernel(given, files.getFirst(), !withoutSymbols, this::warn));
                return ExitCode.FINE;
            }
            refuseImageOptions();
            return addAll(new ImportOptions(distro, suite, given, modules, !withoutSymbols));
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
    }

    private int addAll(ImportOptions options) throws IOException {
        boolean[] damaged = {false};
        KernelSources.read(files, options, new KernelSources.Sink() {
            @Override
            public void add(NewKernel kernel) throws IOException {
                store(kernel);
            }

            @Override
            public void leftOut(Path file, String why) {
                damaged[0] = true;
                warn("left out " + file + ": " + why);
            }
        });
        return damaged[0] ? ExitCode.NO_ANSWER : ExitCode.FINE;
    }

    /** Packages say themselves what these say of an image; passing them over in silence would surprise. */
    private void refuseImageOptions() {
        for (String option : ImageOptions.NAMES) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ArchiveProblem(option + " is for an image given alone, with --id");
            }
        }
    }

    private void store(NewKernel kernel) throws IOException {
        ArchiveWriter opened = writer;
        if (opened == null) {
            opened = ArchiveWriter.open(ArchiveLocation.toChange(archive));
            writer = opened;
        }
        CatalogEntry entry = opened.add(KernelHealth.check(kernel), replace);
        entry.quarantine().forEach(part -> warn(entry.id() + ": quarantined " + part));
        spec.commandLine().getOut().println(Printable.text(describe(entry)));
        spec.commandLine().getOut().flush();
    }

    private void warn(String sentence) {
        spec.commandLine().getErr().println("relogrid: " + Printable.text(sentence));
    }

    private static String describe(CatalogEntry entry) {
        PartRef btf = entry.btf();
        if (btf == null) {
            return entry.id() + ": no BTF (" + entry.noBtf() + ")";
        }
        return entry.id() + ": " + btf.size() + " bytes of BTF, modules: "
                + entry.modules().size();
    }
}
