package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.Measurements;
import dev.relogrid.archive.MeasurementsFile;
import dev.relogrid.report.look.Printable;
import dev.relogrid.vm.BootKernel;
import dev.relogrid.vm.BootReport.Boot;
import dev.relogrid.vm.Boots;
import dev.relogrid.vm.ProbeReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid archive probe}: what kernels can do that their types do not say. */
@Command(
        name = "probe",
        header = "Boots kernels of the archive once, and keeps what they can do that their types do not tell.",
        description = {
            "",
            "Which helpers a kind of program may call, which maps and programs there are, what the verifier knows: each kernel"
                    + " is asked with small programs, and what it answers is kept in the archive, where every check finds"
                    + " it. Kernels that were asked before are passed over. Images that are not there are fetched.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 all of them are measured; 2 some are not.",
            "",
            "Examples:",
            "  relogrid archive probe 'latest and cloud'",
            "  relogrid archive probe debian/trixie/amd64/6.12.107+deb13-amd64 --force"
        },
        sortOptions = false)
final class ArchiveProbeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "Which kernels: 'relogrid kernels --help'.")
    private List<String> queries = List.of();

    @Option(names = "--force", description = "Ask again those that were asked before.")
    private boolean force;

    @Mixin
    private BootLimits limits = new BootLimits();

    @Mixin
    private BootFolders folders = new BootFolders();

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder.")
    private @Nullable Path archive;

    private int done;
    private int failed;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        Boots boots = limits.boots(false);
        Path dir = ArchiveLocation.toChange(archive);
        Archive opened = Archive.open(dir);
        Set<String> known = new HashSet<>();
        if (!force) {
            Measurements.read(dir).kernels().forEach(kernel -> known.add(kernel.id()));
        }
        List<BootTarget> targets = new ArrayList<>(BootTarget.select(queries, opened, folders.images()));
        int meant = targets.size();
        targets.removeIf(
                target -> target.entry() == null || known.contains(target.id().toString()));
        BootRun run = new BootRun(opened, folders.images());
        if (folders.fetch()) {
            run.fetch(targets, spec.commandLine().getErr(), Relogrid.of(spec).terminal());
        }
        run.prepare(targets, (kernel, image) -> List.of());
        run.leftOut().forEach((id, why) -> say("not measured: " + id + ": " + why));
        int all = run.ready().size();
        SideBySide.map(boots.atOnce(), run.ready(), kernel -> one(boots.probe(kernel), dir, kernel, all));
        int left = failed + run.leftOut().size();
        PrintWriter out = spec.commandLine().getOut();
        out.println("measured " + (done - failed) + ", had " + (meant - targets.size()) + ", failed " + left + " in "
                + SyncProgress.time(Duration.ofNanos(System.nanoTime() - start)));
        return left > 0 ? ExitCode.NO_ANSWER : ExitCode.FINE;
    }

    /** Kept as soon as it is known. */
    private synchronized ProbeReport one(ProbeReport report, Path dir, BootKernel kernel, int all) throws IOException {
        done++;
        Boot last = report.boots().getLast();
        if (!report.isWhole() || report.facts().isEmpty()) {
            failed++;
            say("not measured: " + kernel.id() + ": the guest ended, " + BootWords.of(last.end()));
            return report;
        }
        MeasurementsFile.put(dir, KernelId.of(kernel.id()), report.facts());
        spec.commandLine()
                .getErr()
                .println(Printable.text("[" + done + "/" + all + "] " + kernel.id() + ": "
                        + report.facts().size() + " facts in "
                        + SyncProgress.time(last.total())));
        spec.commandLine().getErr().flush();
        return report;
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("relogrid: " + Printable.text(sentence));
        spec.commandLine().getErr().flush();
    }
}
