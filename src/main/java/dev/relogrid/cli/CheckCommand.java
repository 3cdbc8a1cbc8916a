package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.verdict.PatchedObject;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.gate.Baseline;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.gate.render.Form;
import dev.relogrid.gate.render.Rendering;
import dev.relogrid.gate.render.SuiteJson;
import dev.relogrid.gate.render.SuiteText;
import dev.relogrid.policy.Policy;
import dev.relogrid.report.Judged;
import dev.relogrid.report.Judging;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Remedies;
import dev.relogrid.report.Report;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.render.Proof;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
            "Exit codes: 0 no kernel that has to work fails; 1 one does (with --against, one that did not before); 2 an object or "
                    + "a kernel could not be read.",
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
    /** Looking for what took the place of something takes longer than judging. */
    private static final int MOST_ADVISED = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "OBJ",
            arity = "1..*",
            description = "Compiled eBPF objects, or what they are inside of: programs, archives, packages, images, "
                    + "folders.")
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
    private CheckFormat format = CheckFormat.TEXT;

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
    private PolicyOptions policyOptions = new PolicyOptions();

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "Compare with what was before, and fail only for what is new: the object as it was, or a report "
                            + "of it written with --format json.")
    private @Nullable Path against;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "What the objects are called together: the comment on a change is found again by it (default: the "
                            + "name of the only object, or suite).")
    private String name = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private CheckBoot boot = new CheckBoot();

    @Mixin
    private StyleOptions styleOptions = new StyleOptions();

    private Policy policy = Policy.NONE;
    private boolean incomplete;

    @Override
    public Integer call() throws IOException {
        try {
            return answer();
        } catch (NoAnswer | ArchiveProblem e) {
            if (format == CheckFormat.JSON) {
                Unread all = new Unread("", "no_answer", String.valueOf(e.getMessage()));
                print(new Suite(name, List.of(), List.of(all), policyOptions.label(), "", List.of(), null), List.of());
            }
            throw e;
        }
    }

    private int answer() throws IOException {
        policy = policyOptions.read();
        List<StoredKernel> kernels = kernelOptions.kernels(meant());
        incomplete = kernelOptions.incomplete();
        if (emit != null && (files.size() != 1 || kernels.size() != 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--emit takes one object and one kernel, not " + files.size() + " and " + kernels.size());
        }
        ObjectReading reading = new ObjectReading(profile, policy, this::note, this::incomplete);
        List<CheckedObject> objects = reading.those(files);
        if (emit != null && objects.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--emit takes one object; " + files.getFirst() + " has " + objects.size());
        }
        if (!objects.isEmpty()) {
            judge(objects, kernels);
        }
        if (boot.isWanted() && !objects.isEmpty()) {
            boot.prove(objects, kernels, profile, kernelOptions.archiveDir());
            incomplete |= boot.incomplete();
        }
        Gating gating = new Gating(policy, kernelOptions.queries(), kernels);
        Baseline before = against == null ? null : before(against, reading, gating, kernels);
        Suite suite = suite(gating.members(reports(objects), before), reading.unread(), before, gating);
        print(suite, objects);
        output.write(suite, rendering());
        boolean refused =
                objects.stream().anyMatch(object -> object.booted().stream().anyMatch(BootedCheck::isRefused));
        int code = refused ? ExitCode.BROKEN : suite.outcome().exitCode();
        return code == ExitCode.FINE && incomplete ? ExitCode.NO_ANSWER : code;
    }

    /** Those the policy speaks of; none for all. */
    private List<KernelQuery> meant() {
        if (policy.required().isEmpty()) {
            return List.of();
        }
        List<KernelQuery> meant = new ArrayList<>(policy.required());
        meant.addAll(policy.watch());
        return meant;
    }

    private void judge(List<CheckedObject> objects, List<StoredKernel> kernels) {
        List<Judged> judged = objects.stream().map(CheckedObject::judged).toList();
        boolean verdictsOnly = format != CheckFormat.RELOS && emit == null;
        Judging judging = verdictsOnly ? new Judging(judged, kernels) : new Judging(judged, kernels, new Lines());
        judging.judge();
        judging.problems().forEach(this::incomplete);
        Remedies remedies = remedies(kernels);
        objects.forEach(object -> object.conclude(remedies));
    }

    /** As many as the most talkative form that is wanted tells of. */
    private Remedies remedies(List<StoredKernel> kernels) {
        if (wants(Form.TEXT) || wants(Form.JUNIT)) {
            return Remedies.of(kernels);
        }
        boolean none = format == CheckFormat.RELOS && output.isEmpty();
        return none
                ? Remedies.none()
                : Remedies.of(kernels).forAtMost(MOST_ADVISED).withoutHistories();
    }

    private boolean wants(Form form) {
        return format.form() == form || output.wants(form);
    }

    /** What was found of the objects before. */
    private Baseline before(Path from, ObjectReading reading, Gating gating, List<StoredKernel> kernels) {
        Baseline report = ReportFile.baseline(from, policy.failOn());
        if (report != null) {
            return report;
        }
        List<CheckedObject> objects = reading.all(from);
        List<Judged> judged = objects.stream().map(CheckedObject::judged).toList();
        new Judging(judged, kernels).judge();
        objects.forEach(object -> object.conclude(Remedies.none()));
        return Baseline.of(from.toString(), gating.members(reports(objects), null));
    }

    private Suite suite(List<Member> members, List<Unread> unread, @Nullable Baseline before, Gating gating) {
        List<String> names = members.stream().map(Member::name).toList();
        return new Suite(
                name,
                members,
                unread,
                policyOptions.label(),
                before == null ? "" : before.label(),
                before == null ? List.of() : before.renamed(names).removed(names),
                gating.usesArchive()
                        ? new Provenance(Version.text(), Archive.digest(kernelOptions.archiveDir()), null)
                        : null);
    }

    private static List<Report> reports(List<CheckedObject> objects) {
        return objects.stream().map(CheckedObject::report).toList();
    }

    private Rendering rendering() {
        return new Rendering(sources.paths(), null);
    }

    private void print(Suite suite, List<CheckedObject> objects) {
        PrintWriter out = spec.commandLine().getOut();
        Style style = styleOptions.style();
        Form form = format.form();
        if (form == null) {
            return; // written line by line as they came
        }
        Function<Member, Proof> proofs =
                member -> BootedProof.of(objects.get(suite.members().indexOf(member)), style);
        SuiteText text = new SuiteText(style, out, each);
        if (output.quiet()) {
            text.headline(suite);
            return;
        }
        switch (form) {
            case TEXT -> text.print(suite, proofs);
            case JSON -> {
                SuiteJson.write(suite, proofs, out);
                out.println();
            }
            default -> out.print(form.render(suite, rendering()));
        }
    }

    private void note(String sentence) {
        if (!output.quiet()) {
            say(sentence);
        }
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
            if (format != CheckFormat.RELOS) {
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
