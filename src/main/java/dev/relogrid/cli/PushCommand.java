package dev.relogrid.cli;

import dev.relogrid.gate.Outcome;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.gate.render.Form;
import dev.relogrid.gate.render.Rendering;
import dev.relogrid.report.look.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid push}: objects to a service, and back what it makes of them. */
@Command(
        name = "push",
        header = "Uploads objects to a relogrid service and says what it makes of them.",
        description = {
            "",
            "Every OBJ that is not there yet is uploaded, and becomes what the ref has under its path, as seen from the "
                    + "current folder; what the ref has under other paths stays, unless --exact is given. Then the "
                    + "report of all objects of the ref together is waited for and printed.",
            "",
            "The token comes from RELOGRID_TOKEN or --token-file, and goes over plain http to this machine only.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 no kernel that has to work fails; 1 one does (with --against, one that did not before); 2 no answer: "
                    + "the service is not there, says no or is not done in time, or could not judge everything.",
            "",
            "Examples:",
            "  relogrid push build/*.bpf.o --server https://relogrid.example.com --project my-agent --ref main",
            "  relogrid push probe.bpf.o --ref \"$BRANCH\" --against main --output markdown=comment.md --quiet"
        },
        sortOptions = false)
final class PushCommand implements Callable<Integer> {
    /** Words of forms, as they are typed. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Form.values()).map(Form::word).iterator();
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "OBJ", arity = "1..*", description = "Compiled eBPF objects, or files that hold some.")
    private List<Path> files = List.of();

    @Mixin
    private PushDestination destination = new PushDestination();

    @Option(names = "--commit", paramLabel = "SHA", description = "The commit the objects were built from.")
    private @Nullable String commit;

    @Option(
            names = "--against",
            paramLabel = "REF",
            description = "Compare with what that ref of the project has, and fail only for what is new.")
    private String against = "";

    @Option(
            names = "--targets",
            paramLabel = "QUERY",
            description = "Kernels that have to work, in the place of those the project's policy names.")
    private String targets = "";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Make this the project's policy first, for everybody: for the branch that decides.")
    private @Nullable Path policy;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Words.class,
            description = "${COMPLETION-CANDIDATES} (default: text).")
    private Form format = Form.TEXT;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--exact", description = "Take off the ref what it has under other paths: these are all there are.")
    private boolean exact;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Give up after this long, everything included (default: ${DEFAULT-VALUE}).")
    private int timeout = 300;

    @Option(names = "--no-wait", description = "Do not wait for the report: exit 0 once everything is there.")
    private boolean leave;

    @Option(names = "--wait", description = "Wait for the report, which is what happens anyway.")
    private boolean stay;

    @Override
    public Integer call() {
        check();
        try {
            return push();
        } catch (NoAnswer e) {
            if (format == Form.JSON && !leave) {
                Unread all = new Unread("", "no_answer", String.valueOf(e.getMessage()));
                Suite none = new Suite("", List.of(), List.of(all), "", "", List.of(), null);
                spec.commandLine().getOut().print(Form.JSON.render(none, Rendering.PLAIN));
                spec.commandLine().getOut().flush();
            }
            throw e;
        }
    }

    private void note(String sentence) {
        spec.commandLine().getErr().println("relogrid: " + Printable.text(sentence));
    }

    private int push() {
        PushPlace place = destination.place();
        byte[] text = policy == null ? null : InputFile.read(policy);
        Map<String, ObjectFile> objects = PushedObjects.in(files, this::note);
        PushDeadline deadline = PushDeadline.in(timeout);
        Terminal terminal = Relogrid.of(spec).terminal();
        try (LiveLine line = new LiveLine(spec.commandLine().getErr(), terminal);
                PushService service = new PushService(place.server(), destination.token(), deadline)) {
            PushSteps steps = new PushSteps(service, place, line);
            steps.project();
            steps.upload(objects);
            if (text != null) {
                steps.policy(String.valueOf(policy), text);
            }
            steps.attach(objects, commit);
            if (exact) {
                steps.detachOthers(objects.keySet());
            }
            if (leave) {
                return ExitCode.FINE;
            }
            Map<String, String> question = Map.of("against", against, "targets", targets);
            return report(new PushReport(service, place, question, deadline), line);
        }
    }

    private void check() {
        if (leave && (stay || !output.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "--no-wait and " + (stay ? "--wait" : "--output") + " exclude each other");
        }
        if (timeout <= 0) {
            throw new ParameterException(spec.commandLine(), "--timeout is at least 1, not " + timeout);
        }
        if (commit != null && !commit.matches("[0-9a-f]{7,64}")) {
            throw new ParameterException(
                    spec.commandLine(), "--commit is 7 to 64 hexadecimal digits in lower case, not '" + commit + "'");
        }
        if (!against.isEmpty() && against.equals(destination.ref())) {
            throw new ParameterException(
                    spec.commandLine(), "--against is --ref itself: with itself compared nothing is ever new");
        }
    }

    /** Everything is there before anything is printed or written. */
    private int report(PushReport report, LiveLine line) {
        PushAnswer shown = report.in(output.quiet() ? Form.JSON : format, line);
        output.write(form -> report.in(form, line).text());
        line.close();
        Outcome outcome = report.outcome(shown);
        PrintWriter out = spec.commandLine().getOut();
        if (output.quiet()) {
            String name = destination.place().project() + " " + destination.ref();
            out.println(sign(outcome) + " " + Printable.text(name + ": " + report.headline(shown)));
        } else {
            out.print(shown.text());
        }
        out.flush();
        if (outcome == Outcome.NO_ANSWER) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("relogrid: " + destination.place().server()
                    + ": not everything could be answered, as the report says");
        }
        return outcome.exitCode();
    }

    private String sign(Outcome outcome) {
        boolean unicode = Relogrid.of(spec).terminal().unicode();
        return switch (outcome) {
            case PASS -> unicode ? "\u2713" : "+";
            case FAIL -> unicode ? "\u2717" : "x";
            case NO_ANSWER -> "?";
        };
    }
}
