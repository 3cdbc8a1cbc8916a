package dev.relogrid.cli;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid inspect}: what is in an object, before any kernel is asked. */
@Command(
        name = "inspect",
        header = "Shows what an object holds: programs, maps, externs, relocations.",
        description = {
            "",
            "Reads OBJ as libbpf opens it; no kernel is needed. The number before a relocation is the one that "
                    + "'relogrid explain' takes.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 the object could be read (even when libbpf would refuse it, which is said), 2 it could not.",
            "",
            "Examples:",
            "  relogrid inspect probe.bpf.o",
            "  relogrid inspect probe.bpf.o --format json | jq '.relocations[].spec'"
        },
        sortOptions = false)
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "OBJ", description = "A compiled eBPF object.")
    private Path file = Path.of("");

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Mixin
    private StyleOptions style = new StyleOptions();

    @Override
    public Integer call() {
        ObjectSpecs specs = ObjectSpecs.of(InputFile.parse(file, "object", BpfObject::parse));
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            InspectJson.print(file.toString(), specs, out);
        } else {
            new InspectText(style.style(), out).print(file.toString(), specs);
        }
        return ExitCode.FINE;
    }
}
