package dev.relogrid.cli;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationPass;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Judging;
import dev.relogrid.report.Remedies;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.kernels.KernelGroups;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.render.CauseText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid explain}: one relocation, on all kernels or step by step on some. */
@Command(
        name = "explain",
        header = "Shows what becomes of one relocation, or what a cause is about, and what to do.",
        description = {
            "",
            "WHAT is the number of a relocation that check and inspect print behind '#', or the code of a cause that check "
                    + "prints. Said is where it is in the way, why that matters or does not, and what is nearest there. A "
                    + "relocation on kernels named by --kernel or --btf is shown step by step: the access in "
                    + "the object's types, the types of the kernel it is held against and what came of each, the values, "
                    + "and the instruction before and after.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 explained, 2 no such relocation, nothing to fix it with, or a file that cannot be read.",
            "",
            "Examples:",
            "  relogrid explain probe.bpf.o 5",
            "  relogrid explain probe.bpf.o 5 --fix",
            "  relogrid explain probe.bpf.o helper_unknown --fix",
            "  relogrid explain probe.bpf.o 5 --kernel trixie/amd64"
        },
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    /** How it is written. */
    enum Format {
        TEXT,
        RELOS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "OBJ", description = "A compiled eBPF object.")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "WHAT",
            description = "A relocation's number, from 0; or a cause's code, such as HELPER_UNKNOWN.")
    private String what = "";

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(names = "--fix", description = "Print only C that works before and after the change.")
    private boolean fix;

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Mixin
    private StyleOptions styleOptions = new StyleOptions();

    @Override
    public Integer call() {
        boolean steps = kernelOptions.named() && !fix;
        if (!steps && format != Format.TEXT) {
            throw new ParameterException(
                    spec.commandLine(), "--format " + format + " expects --kernel QUERY or --btf FILE, and no --fix");
        }
        CauseCode code = code();
        BpfObject object = profile.parse(file);
        if (code != null) {
            return everywhere(object, code.name(), card -> isOf(card, code));
        }
        int number = number(object);
        if (steps) {
            steps(object, number);
            return ExitCode.FINE;
        }
        return everywhere(object, "relocation #" + number, card -> {
            CauseCard.Access access = card.access();
            return access != null && access.relocations().contains(number);
        });
    }

    /** The cause that is asked for; null when it is a relocation. */
    private @Nullable CauseCode code() {
        for (CauseCode code : CauseCode.values()) {
            if (code.name().equalsIgnoreCase(what)) {
                return code;
            }
        }
        return null;
    }

    /** A rename is found out only when somebody looks for one. */
    private static boolean isOf(CauseCard card, CauseCode code) {
        return card.code() == code || isOfAMissingField(card.code()) && isOfAMissingField(code);
    }

    private static boolean isOfAMissingField(CauseCode code) {
        return code == CauseCode.FIELD_MISSING || code == CauseCode.FIELD_RENAMED;
    }

    private int number(BpfObject object) {
        int count = object.relocations().size();
        int number;
        try {
            number = Integer.parseInt(what);
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    spec.commandLine(), "expected a relocation's number or a cause's code, found '" + what + "'", e);
        }
        if (number < 0 || number >= count) {
            throw new NoAnswer(file + ": there is no relocation #" + number + ", "
                    + (count == 0 ? "it has none" : "they go from #0 to #" + (count - 1)));
        }
        return number;
    }

    /** What is said of it on all kernels together. */
    private int everywhere(BpfObject object, String asked, Predicate<CauseCard> isMeant) {
        PrintWriter out = spec.commandLine().getOut();
        CheckedObject checked = new CheckedObject(file.toString(), null, object, profile.presets(file, object));
        List<StoredKernel> kernels = kernelOptions.kernels();
        Judging judging = new Judging(List.of(checked.judged()), kernels);
        judging.judge();
        judging.problems()
                .forEach(problem -> spec.commandLine().getErr().println("relogrid: " + Printable.text(problem)));
        Remedies remedies = Remedies.of(kernels).only(isMeant);
        checked.conclude(fix ? remedies.forAtMost(Integer.MAX_VALUE).withoutHistories() : remedies);
        Report report = checked.report();
        List<Sighting> causes = new ArrayList<>();
        for (Sighting cause : report.seen()) {
            if (isMeant.test(cause.card())) {
                causes.add(cause);
            }
        }
        if (fix) {
            return fix(asked, causes);
        }
        if (causes.isEmpty()) {
            out.println(asked + " is in the way on none of " + report.kernels().size() + " kernels");
        }
        CauseText text = new CauseText(
                styleOptions.style(), out, report, report.kernels().size() <= KernelGroups.FEW);
        for (int i = 0; i < causes.size(); i++) {
            if (i > 0) {
                out.println();
            }
            text.print(causes.get(i));
        }
        return ExitCode.FINE;
    }

    private int fix(String asked, List<Sighting> causes) {
        Set<String> snippets = new LinkedHashSet<>();
        for (Sighting cause : causes) {
            boolean another = code() != null && cause.card().effect() != Effect.GUARDED;
            if (snippets.isEmpty() || another) {
                snippets.add(cause.card().fix());
                snippets.remove("");
            }
        }
        if (!snippets.isEmpty()) {
            spec.commandLine().getOut().print(String.join("\n", snippets));
            return ExitCode.FINE;
        }
        throw new NoAnswer(file + ": there is no sure fix for " + asked
                + (causes.isEmpty() ? ", and none is needed: it is in the way on no kernel" : ""));
    }

    private void steps(BpfObject object, int number) {
        List<StoredKernel> kernels = kernelOptions.kernels();
        ObjectSpecs specs = ObjectSpecs.of(object);
        PrintWriter out = spec.commandLine().getOut();
        for (StoredKernel kernel : kernels) {
            if (format == Format.TEXT && kernel != kernels.getFirst()) {
                out.println();
            }
            // all of them, because a relocation narrows the candidates of those after it
            RelocationResult result = RelocationPass.run(specs, kernel).get(number);
            if (format == Format.TEXT) {
                new ExplainText(styleOptions.style(), out).print(specs, kernel.id(), result);
            } else {
                out.println(new RelosFormat(file.toString(), kernel.id(), specs).line(result));
            }
        }
    }
}
