package dev.relogrid.cli;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.PatchedObject;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Judged;
import dev.relogrid.report.Judging;
import dev.relogrid.report.Remedies;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.render.JsonReport;
import dev.relogrid.report.render.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid check}: objects against kernels. */
@Command(
        name = "check",
        header = "Says on which kernels objects load, and what the others lack.",
        description = {
            "",
            "Everything OBJ needs of a kernel is held against every kernel as libbpf and the verifier would do it: CO-RE "
                    + "relocations, externs, helpers, kinds of maps and programs, attach targets; and whether the verifier "
                    + "comes to what is missing. Nothing is loaded and nothing leaves this machine. Without --kernel or "
                    + "--btf it is all kernels of the archive.",
            ""
        },
        footer = {
            "",
            "Verdicts: relocates; guarded (something is missing, and the verifier never comes to it); changed (loads, and may "
                    + "read something else); depends (on a variable set before load, or an option that is not known); breaks; "
                    + "unknown (cannot be decided, and why); no BTF (the kernel's types are not known).",
            "",
            "Exit codes: 0 nothing breaks, 1 something breaks, 2 an object or a kernel could not be read.",
            "",
            "Examples:",
            "  relogrid check probe.bpf.o",
            "  relogrid check probe.bpf.o --kernel 'debian >= 12 and arch:amd64' --btf /sys/kernel/btf",
            "  relogrid check probe.bpf.o --kernel 'latest and cloud' --boot 4",
            "  relogrid check probe.bpf.o --set use_ringbuf=true --autoload on_exit=off",
            "  relogrid check *.bpf.o --format relos | grep '\"status\":\"poisoned\"'"
        },
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    /** How the report is written. */
    enum Format {
        TEXT,
        JSON,
        RELOS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Looking for what took the place of something takes longer than judging. */
    private static final int MOST_ADVISED = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "OBJ", arity = "1..*", description = "Compiled eBPF objects.")
    private List<Path> files = List.of();

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); relos is one JSON line for each "
                    + "relocation on each kernel.")
    private Format format = Format.TEXT;

    @Option(
            names = "--each",
            description =
                    "A line for each kernel also where there are many, instead of their suites and architectures.")
    private boolean each;

    @Option(
            names = "--emit",
            paramLabel = "FILE",
            description = "Also write the object with its CO-RE relocations applied; for one OBJ and one kernel.")
    private @Nullable Path emit;

    @Mixin
    private CheckBoot boot = new CheckBoot();

    @Mixin
    private StyleOptions styleOptions = new StyleOptions();

    private boolean incomplete;

    @Override
    public Integer call() throws IOException {
        List<StoredKernel> kernels = kernelOptions.kernels();
        incomplete = kernelOptions.incomplete();
        if (emit != null && (files.size() != 1 || kernels.size() != 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--emit takes one object and one kernel, not " + files.size() + " and " + kernels.size());
        }
        List<CheckedObject> objects = parse();
        if (objects.isEmpty()) {
            return ExitCode.NO_ANSWER;
        }
        judge(objects, kernels);
        if (boot.isWanted()) {
            boot.prove(objects, kernels, profile, kernelOptions.archiveDir());
            incomplete |= boot.incomplete();
        }
        print(objects);
        boolean broken = objects.stream()
                .anyMatch(object -> object.report().counts().containsKey(Verdict.BROKEN)
                        || object.booted().stream().anyMatch(BootedCheck::isRefused));
        return broken ? ExitCode.BROKEN : incomplete ? ExitCode.NO_ANSWER : ExitCode.FINE;
    }

    private void judge(List<CheckedObject> objects, List<StoredKernel> kernels) {
        List<Judged> judged = objects.stream().map(CheckedObject::judged).toList();
        boolean verdictsOnly = format != Format.RELOS && emit == null;
        Judging judging = verdictsOnly ? new Judging(judged, kernels) : new Judging(judged, kernels, new Lines());
        judging.judge();
        judging.problems().forEach(this::incomplete);
        Remedies remedies = switch (format) {
            case TEXT -> Remedies.of(kernels);
            case JSON -> Remedies.of(kernels).forAtMost(MOST_ADVISED).withoutHistories();
            case RELOS -> Remedies.none();
        };
        objects.forEach(object -> object.conclude(remedies));
    }

    private void print(List<CheckedObject> objects) {
        PrintWriter out = spec.commandLine().getOut();
        Style style = styleOptions.style();
        switch (format) {
            case TEXT -> {
                TextReport text = new TextReport(style, out, each);
                for (int i = 0; i < objects.size(); i++) {
                    out.print(i == 0 ? "" : System.lineSeparator());
                    text.print(objects.get(i).report(), BootedProof.of(objects.get(i), style));
                }
            }
            case JSON -> {
                List<JsonReport.Part> parts = new ArrayList<>();
                objects.forEach(one -> parts.add(new JsonReport.Part(one.report(), BootedProof.of(one, style))));
                JsonReport.write(parts, null, out);
                out.println();
            }
            case RELOS -> {} // written line by line as they came
        }
    }

    /** Those that can be read; each of the others gets a sentence of its own. */
    private List<CheckedObject> parse() {
        List<CheckedObject> objects = new ArrayList<>();
        for (Path file : files) {
            try {
                BpfObject object = profile.parse(file);
                objects.add(new CheckedObject(file.toString(), object, profile.presets(file, object)));
            } catch (NoAnswer e) {
                incomplete(String.valueOf(e.getMessage()));
            }
        }
        return objects;
    }

    private void incomplete(String sentence) {
        incomplete = true;
        say(sentence);
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("relogrid: " + Printable.text(sentence));
    }

    /** Writes the relocated object, or a line for each relocation, as is asked for. */
    private final class Lines implements Judging.Evidence {
        @Override
        public List<String> of(Judged object, StoredKernel kernel, List<RelocationResult> results) {
            if (emit != null) {
                write(emit, PatchedObject.bytes(object.specs().object(), results));
            }
            if (format != Format.RELOS) {
                return List.of();
            }
            RelosFormat relos = new RelosFormat(object.subject().name(), kernel.id(), object.specs());
            return results.stream().map(relos::line).toList();
        }

        @Override
        public void take(String line) {
            spec.commandLine().getOut().println(line);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw NoAnswer.about(file, e);
        }
    }
}
