package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.vm.BootKernel;
import dev.relogrid.vm.BootObject;
import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.Boots;
import dev.relogrid.vm.Evidence;
import dev.relogrid.vm.EvidenceFolder;
import dev.relogrid.vm.EvidenceStore;
import dev.relogrid.vm.ModulesFor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid boot}: objects on kernels that really run. */
@Command(
        name = "boot",
        header = "Boots kernels and has the real libbpf and the real verifier judge objects there.",
        description = {
            "",
            "Every kernel runs in QEMU, without network and disks, and every program of every OBJ is loaded there on its own,"
                    + " so that one refusal hides no other. Images of kernels that are not there are fetched. What each kernel"
                    + " said is kept as evidence. A guest that panics, hangs or runs out of memory never counts against an"
                    + " object.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 all load, 1 a kernel refused a program, 2 nothing, or not everything, could be booted.",
            "",
            "Examples:",
            "  relogrid boot probe.bpf.o --kernel 'cloud-amd64 and latest'",
            "  relogrid boot *.bpf.o --kernel trixie/amd64/6.12.107+deb13-amd64 --attach",
            "  relogrid boot probe.bpf.o --kernel 'debian 12 and latest' --set use_ringbuf=true --cost",
            "  relogrid boot probe.bpf.o --kernel 6.12 --no-fetch --format json --logs logs"
        },
        sortOptions = false)
final class BootCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "OBJ", arity = "1..*", description = "Compiled eBPF objects.")
    private List<Path> files = List.of();

    @Option(
            names = "--kernel",
            paramLabel = "QUERY",
            required = true,
            description = "Kernels, by a query as 'relogrid kernels --help' says, or the id of an image. Repeatable.")
    private List<String> queries = List.of();

    @Option(names = "--attach", description = "Also attach what loads, where a guest can; told apart from loading.")
    private boolean attach;

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Option(
            names = "--modules",
            paramLabel = "WHICH",
            split = ",",
            description = "Modules to insert first: auto (those that have what the objects attach to or call), none, or"
                    + " names (default: auto).")
    private List<String> modules = List.of("auto");

    @Mixin
    private BootLimits limits = new BootLimits();

    @Mixin
    private BootFolders folders = new BootFolders();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description =
                    "Where what the kernels said is kept (default: $RELOGRID_EVIDENCE, or relogrid/evidence in the"
                            + " user's data).")
    private @Nullable Path evidence;

    @Option(names = "--logs", paramLabel = "DIR", description = "Also write all logs as files into DIR.")
    private @Nullable Path logs;

    @Option(names = "--cost", description = "Also print what each program costs the verifier, and what changed.")
    private boolean cost;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder.")
    private @Nullable Path archive;

    @Mixin
    private StyleOptions styleOptions = new StyleOptions();

    private boolean unreadable;

    @Override
    public Integer call() throws IOException {
        List<BootInput> inputs = inputs();
        if (inputs.isEmpty()) {
            return ExitCode.NO_ANSWER;
        }
        Boots boots = limits.boots(attach);
        Archive opened = Archive.open(ArchiveLocation.of(archive));
        List<BootTarget> targets = BootTarget.select(queries, opened, folders.images());
        BootRun run = new BootRun(opened, folders.images());
        if (folders.fetch()) {
            run.fetch(targets, spec.commandLine().getErr(), terminal());
        }
        List<BpfObject> objects = inputs.stream().map(BootInput::object).toList();
        ModulesFor wanted = new ModulesFor(objects);
        run.prepare(targets, (kernel, image) -> switch (String.join(",", modules)) {
            case "auto" -> wanted.on(kernel, image);
            case "none" -> List.of();
            default -> modules;
        });
        Path kept = EvidenceFolder.of(evidence);
        EvidenceStore store = new EvidenceStore(kept);
        List<Evidence> before = cost ? store.all().found() : List.of();
        List<BootReport> reports = boot(boots, run.ready(), inputs, store);
        Path to = logs;
        if (to != null) {
            new BootLogs(to).write(reports);
        }
        BootOutcome outcome = BootOutcome.of(reports, run.leftOut(), inputs);
        print(outcome, before, kept);
        return outcome.refused()
                ? ExitCode.BROKEN
                : unreadable || outcome.incomplete() ? ExitCode.NO_ANSWER : ExitCode.FINE;
    }

    private List<BootReport> boot(Boots boots, List<BootKernel> kernels, List<BootInput> inputs, EvidenceStore store) {
        List<BootObject> objects = inputs.stream().map(BootInput::request).toList();
        try (BootProgress progress =
                new BootProgress(spec.commandLine().getErr(), terminal(), kernels.size(), objects.size())) {
            return new BootBatch(boots, store, progress).run(kernels, objects);
        }
    }

    /** Those that can be read; each of the others gets a sentence of its own. */
    private List<BootInput> inputs() {
        List<BootInput> inputs = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(files)) {
            try {
                BpfObject object = profile.parse(file);
                profile.presets(file, object); // an error in them is told before anything boots
                inputs.add(new BootInput(
                        file.toString(), InputFile.read(file), object, profile.set(), profile.autoload()));
            } catch (NoAnswer e) {
                unreadable = true;
                say(String.valueOf(e.getMessage()));
            }
        }
        return inputs;
    }

    private void print(BootOutcome outcome, List<Evidence> before, Path kept) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            BootJson.print(outcome, out);
            return;
        }
        Style style = styleOptions.style();
        new BootText(style, out, limits.memory()).print(outcome);
        BootCost costs = new BootCost(style, out, outcome);
        costs.warnings();
        if (cost) {
            costs.table();
            costs.trend(before);
        }
        if (attach) {
            new BootAttached(style, out).print(outcome);
        }
        if (!outcome.reports().isEmpty()) {
            out.println();
            out.println("  " + style.faint(new BootTimes(outcome.reports()).sentence(kept)));
        }
    }

    private Terminal terminal() {
        return Relogrid.of(spec).terminal();
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("relogrid: " + Printable.text(sentence));
    }
}
