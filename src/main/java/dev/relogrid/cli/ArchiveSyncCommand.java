package dev.relogrid.cli;

import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.debian.DebianSync;
import dev.relogrid.archive.debian.ModulePolicy;
import dev.relogrid.archive.debian.SyncRequest;
import dev.relogrid.archive.debian.SyncTotals;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid archive sync}: all kernels of a distribution that the archive has not yet. */
@Command(
        name = "sync",
        header = "Adds every kernel build that a distribution's mirror has and the archive has not.",
        description = {
            "",
            "The mirror is the one apt is configured with on this machine, and apt fetches: signatures and checksums are"
                    + " checked, nothing is installed, apt's own lists are not touched. Ended half-way, the next run"
                    + " goes on where this one was. Progress goes to stderr, one line of totals to stdout.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done; 2 a kernel failed, or something named could not be read.",
            "",
            "Examples:",
            "  relogrid archive sync debian --dry-run                       what would be fetched, and how much",
            "  relogrid archive sync debian --suites trixie,trixie-security --arch amd64,arm64",
            "  relogrid archive sync debian --suites sid --modules all --archive my-archive"
        },
        sortOptions = false)
final class ArchiveSyncCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DISTRO", description = "The distribution: debian.")
    private String distro = "";

    @Option(
            names = "--suites",
            paramLabel = "NAME",
            split = ",",
            description = "By codename, separated by commas (default: bullseye to forky with their updates, security"
                    + " and backports, sid, experimental).")
    private List<String> suites = List.of();

    @Option(
            names = "--arch",
            paramLabel = "NAME",
            split = ",",
            description = "By Debian's names (default: amd64,arm64,ppc64el,riscv64,s390x, whose kernels have BTF).")
    private List<String> arches = List.of();

    @Option(
            names = "--modules",
            paramLabel = "WHICH",
            description = "Which kernels get the common modules: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE},"
                    + " the newest of every suite, architecture and flavour).")
    private ModulePolicy modules = ModulePolicy.NEWEST;

    @Option(names = "--dry-run", description = "Fetch the indexes only, and list what is missing.")
    private boolean dryRun;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "For indexes, and for the few packages that are worked on (default: relogrid/sync in the"
                    + " user's cache folder).")
    private @Nullable Path work;

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder; made when there is none.")
    private @Nullable Path archive;

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::sync);
    }

    private int sync() throws IOException {
        if (!distro.equals("debian")) {
            throw new ArchiveProblem("no sync for '" + distro + "': the one distribution known is debian");
        }
        Path to = ArchiveLocation.toChange(archive);
        var request = new SyncRequest(suites, arches, modules, work == null ? cache(System.getenv()) : work, to);
        SyncTotals totals = sync(request);
        if (!dryRun) {
            spec.commandLine().getOut().println(sentence(totals));
        }
        return totals.missing() ? ExitCode.NO_ANSWER : ExitCode.FINE;
    }

    private SyncTotals sync(SyncRequest request) throws IOException {
        PrintWriter list = dryRun ? spec.commandLine().getOut() : null;
        Terminal terminal = Relogrid.of(spec).terminal();
        try (SyncProgress progress = new SyncProgress(spec.commandLine().getErr(), list, terminal)) {
            var sync = new DebianSync(request, progress);
            return dryRun ? sync.plan() : sync.run();
        }
    }

    /** The XDG base directory specification's place for what can be made again. */
    static Path cache(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (cache.startsWith("/")) {
            return Path.of(cache, "relogrid", "sync");
        }
        String home = environment.getOrDefault("HOME", "");
        if (home.isEmpty()) {
            throw new ArchiveProblem("no folder to work in: give --work DIR, or set HOME");
        }
        return Path.of(home, ".cache", "relogrid", "sync");
    }

    private static String sentence(SyncTotals totals) {
        return String.format(
                Locale.ROOT,
                "added %d (%d incomplete), had %d, failed %d, passed over %d suites or parts; %s in %s",
                totals.added(),
                totals.incomplete(),
                totals.had(),
                totals.failed(),
                totals.passedOver(),
                SyncProgress.size(totals.bytes()),
                SyncProgress.time(totals.time()));
    }
}
