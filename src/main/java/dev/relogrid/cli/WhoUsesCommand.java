package dev.relogrid.cli;

import dev.relogrid.engine.history.BadQuestion;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.usage.Sought;
import dev.relogrid.engine.usage.Use;
import dev.relogrid.engine.usage.Uses;
import dev.relogrid.report.look.Printable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid who-uses}: which objects need one thing of the kernel. */
@Command(
        name = "who-uses",
        header = "Says which objects, programs and lines use a field, type, enumerator, function or option.",
        description = {
            "",
            "Found are CO-RE relocations, at whatever depth of an access; calls of helpers and kernel functions; kernel "
                    + "variables and options by name; and the functions programs are attached to. Flavours are passed "
                    + "over. An access that the compiler did not record is not found.",
            "",
            "  struct inode i_ctime           a field, and what is read inside it",
            "  struct inode                   any field of the type, its size, its existence",
            "  enum bpf_func_id BPF_FUNC_loop an enumerator, or the helper it stands for; 'enumval NAME'",
            "                                 finds it in any enum",
            "  func vfs_read                  a helper, kernel function or variable; an attach target",
            "  config CONFIG_BPF_LSM          an option of the kernel's configuration",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 some object uses it, 1 none does, 2 no such question, or an object that cannot be read.",
            "",
            "Examples:",
            "  relogrid who-uses struct inode i_ctime --in *.bpf.o",
            "  relogrid who-uses func bpf_loop --in probe.bpf.o --format json"
        },
        sortOptions = false)
final class WhoUsesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WHAT", arity = "1..*", description = "What to look for, in words as above.")
    private List<String> words = List.of();

    @Option(
            names = "--in",
            paramLabel = "OBJ",
            arity = "1..*",
            required = true,
            description = "Compiled eBPF objects to look in.")
    private List<Path> files = List.of();

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Mixin
    private StyleOptions styleOptions = new StyleOptions();

    @Override
    public Integer call() {
        Sought sought = sought();
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        boolean incomplete = false;
        for (Path file : files) {
            try {
                BpfObject object = InputFile.parse(file, "object", BpfObject::parse);
                uses.put(file.toString(), Uses.of(object, sought));
            } catch (NoAnswer e) {
                incomplete = true;
                spec.commandLine().getErr().println("relogrid: " + Printable.text(String.valueOf(e.getMessage())));
            }
        }
        if (uses.isEmpty()) {
            return ExitCode.NO_ANSWER;
        }
        if (format.isJson()) {
            WhoUsesJson.print(spec.commandLine().getOut(), sought.toString(), uses);
        } else {
            new WhoUsesText(styleOptions.style(), spec.commandLine().getOut()).print(sought.toString(), uses);
        }
        boolean used = uses.values().stream().anyMatch(found -> !found.isEmpty());
        return incomplete ? ExitCode.NO_ANSWER : used ? ExitCode.FINE : ExitCode.BROKEN;
    }

    private Sought sought() {
        try {
            return Sought.parse(words);
        } catch (BadQuestion e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
