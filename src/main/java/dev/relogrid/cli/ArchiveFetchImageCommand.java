package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.debian.ImageTotals;
import dev.relogrid.archive.images.ImageDraft;
import dev.relogrid.archive.images.ImageLocation;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.archive.images.PackagedImage;
import dev.relogrid.archive.images.StoredImage;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.archive.source.KernelMembers;
import dev.relogrid.archive.source.ModuleChoice;
import dev.relogrid.report.look.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid archive fetch-image}: what is needed to boot kernels. */
@Command(
        name = "fetch-image",
        header = "Gets the images of kernels, so that they can be booted.",
        description = {
            "",
            "Of every kernel that is meant its image, its config and its common modules are taken out of the packages on"
                    + " the mirror apt is configured with. What is there already is not fetched again. Ended half-way, the"
                    + " next run goes on. Only kernels for amd64 and arm64 can be booted.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 all are there; 2 some could not be had.",
            "",
            "Examples:",
            "  relogrid archive fetch-image 'cloud and latest'",
            "  relogrid archive fetch-image trixie/amd64/6.12.107+deb13-amd64 --modules all",
            "  relogrid archive fetch-image debian/sid/amd64/7.2-amd64 --from linux-image-7.2-amd64.deb",
            "  relogrid archive fetch-image me/my/amd64/6.6.1 --from vmlinuz --config .config --module-dir modules",
            "  relogrid archive fetch-image --list"
        },
        sortOptions = false)
final class ArchiveFetchImageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..*",
            description = "Which kernels of the archive, as 'relogrid kernels --help' says; with --from one id.")
    private List<String> queries = List.of();

    @Option(names = "--list", description = "List the images there are.")
    private boolean list;

    @Option(names = "--drop", paramLabel = "ID", description = "Remove the image of that kernel. Repeatable.")
    private List<String> drop = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "A package of the kernel, or its bare image, instead of the mirror. Repeatable for packages.")
    private List<Path> from = List.of();

    @Option(names = "--config", paramLabel = "FILE", description = "With a bare image: the .config it was built with.")
    private @Nullable Path config;

    @Option(names = "--module-dir", paramLabel = "DIR", description = "With a bare image: a folder with its modules.")
    private @Nullable Path moduleDir;

    @Option(
            names = "--modules",
            paramLabel = "WHICH",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, the common ones), and those they need.")
    private ModuleChoice modules = ModuleChoice.SOME;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "The folder of images (default: $RELOGRID_IMAGES, or relogrid/images in the user's cache).")
    private @Nullable Path folder;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "For indexes and packages while they are worked on (default: that of 'archive sync').")
    private @Nullable Path work;

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder.")
    private @Nullable Path archive;

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::run);
    }

    private int run() throws IOException {
        KernelImages images = KernelImages.open(ImageLocation.of(folder));
        if (list) {
            list(images);
            return ExitCode.FINE;
        }
        if (!drop.isEmpty()) {
            return drop(images);
        }
        if (queries.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "expected kernels: a query, --list or --drop");
        }
        return from.isEmpty() ? fetch(images) : take(images);
    }

    private int fetch(KernelImages images) throws IOException {
        if (config != null || moduleDir != null) {
            throw new ArchiveProblem("--config and --module-dir are for a bare image given with --from");
        }
        long start = System.nanoTime();
        Archive opened = Archive.open(ArchiveLocation.of(archive));
        List<CatalogEntry> meant =
                KernelQuery.select(queries.stream().map(KernelQuery::parse).toList(), opened.entries());
        var fetch = new ImageFetch(
                opened, images, work == null ? ArchiveSyncCommand.cache(System.getenv()) : work, modules);
        ImageTotals totals = fetch.fetch(
                meant, spec.commandLine().getErr(), Relogrid.of(spec).terminal());
        spec.commandLine()
                .getOut()
                .println("fetched " + totals.stored() + ", had " + totals.had() + ", failed " + totals.failed() + "; "
                        + SyncProgress.size(totals.bytes()) + " in "
                        + SyncProgress.time(Duration.ofNanos(System.nanoTime() - start)));
        return totals.failed() > 0 ? ExitCode.NO_ANSWER : ExitCode.FINE;
    }

    /** A kernel out of files somebody has. */
    private int take(KernelImages images) throws IOException {
        if (queries.size() != 1) {
            throw new ArchiveProblem("--from takes files of one kernel: name it by one distro/suite/arch/release");
        }
        try (KernelImages.Lock _ = images.lock();
                ImageDraft draft = images.begin(KernelId.of(queries.getFirst()), modules)) {
            if (KernelMembers.isPackage(from.getFirst())) {
                PackagedImage.read(from, draft);
            } else {
                bare(draft);
            }
            StoredImage image = draft.finish();
            draft.damaged().forEach(this::warn);
            if (image.config() == null) {
                warn(image.id() + ": without its configuration; programs with kconfig externs are refused then");
            }
            spec.commandLine().getOut().println(Printable.text(describe(image)));
        }
        return ExitCode.FINE;
    }

    private void bare(ImageDraft draft) throws IOException {
        if (from.size() != 1) {
            throw new ArchiveProblem("a bare image is given alone, with --config and --module-dir");
        }
        draft.image(from.getFirst().toString(), InputFile.read(from.getFirst()));
        Path given = config;
        if (given != null) {
            draft.config(given.toString(), InputFile.read(given));
        }
        Path dir = moduleDir;
        if (dir != null) {
            try (Stream<Path> files = Files.walk(dir)) {
                for (Path file : files.filter(ArchiveFetchImageCommand::isModule)
                        .sorted()
                        .toList()) {
                    draft.module(file, InputFile.read(file));
                }
            }
        }
    }

    private static boolean isModule(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().matches(".*\\.ko(\\.(xz|zst|gz))?");
    }

    private int drop(KernelImages images) throws IOException {
        boolean missing = false;
        try (KernelImages.Lock _ = images.lock()) {
            for (String id : drop) {
                if (!images.remove(KernelId.of(id))) {
                    warn("there is no image of " + id);
                    missing = true;
                }
            }
        }
        return missing ? ExitCode.NO_ANSWER : ExitCode.FINE;
    }

    private void list(KernelImages images) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long size = 0;
        List<StoredImage> all = images.list();
        for (StoredImage image : all) {
            size += image.size();
            out.println(Printable.text(describe(image)));
        }
        out.println(all.size() + " images, " + SyncProgress.size(size) + " in " + images.folder());
    }

    private static String describe(StoredImage image) {
        return image.id() + ": " + image.image().getFileName() + ", "
                + (image.config() == null ? "no config" : "config") + ", modules: "
                + image.modules().size() + ", " + SyncProgress.size(image.size())
                + (image.packageName().isEmpty() ? "" : ", from " + image.packageName() + " " + image.version());
    }

    private void warn(String sentence) {
        spec.commandLine().getErr().println("relogrid: " + Printable.text(sentence));
    }
}
