package dev.relogrid.cli;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationPass;
import dev.relogrid.engine.verdict.RelocationResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid explain}: one relocation on one kernel, step by step. */
@Command(
        name = "explain",
        header = "Shows what becomes of one relocation on a kernel, step by step.",
        description = {
            "",
            "The access in the object's types, the types of the kernel it is held against and what came of each, the values, "
                    + "and the instruction before and after. N is the number that check and inspect print behind '#'.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 explained, 2 no such relocation, or a file that cannot be read.",
            "",
            "Example:",
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

    @Parameters(index = "1", paramLabel = "N", description = "The relocation's number, from 0.")
    private int number;

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Mixin
    private StyleOptions styleOptions = new StyleOptions();

    @Override
    public Integer call() {
        if (!kernelOptions.named()) {
            throw new ParameterException(spec.commandLine(), "expected --kernel QUERY or --btf FILE: on which kernel?");
        }
        List<StoredKernel> kernels = kernelOptions.kernels();
        BpfObject object = InputFile.parse(file, "object", BpfObject::parse);
        int count = object.relocations().size();
        if (number < 0 || number >= count) {
            throw new NoAnswer(file + ": there is no relocation #" + number + ", "
                    + (count == 0 ? "it has none" : "they go from #0 to #" + (count - 1)));
        }
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
        return ExitCode.FINE;
    }
}
