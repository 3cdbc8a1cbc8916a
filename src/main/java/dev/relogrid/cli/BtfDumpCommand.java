package dev.relogrid.cli;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.c.CSource;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid btf dump}: all types as numbered lines, or some as C. */
@Command(
        name = "dump",
        header = "Lists the types of a kernel, a module or an object, or prints some as C.",
        description = {
            "",
            "Without --c, one entry for each type, in the form of 'bpftool btf dump file FILE format raw'.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  relogrid btf dump /sys/kernel/btf/vmlinux --c 'struct task_struct'",
            "  relogrid btf dump vmlinux.btf --c inode --deps > inode.h",
            "  relogrid btf dump ext4.btf --base vmlinux.btf"
        })
final class BtfDumpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = "Raw BTF, an eBPF object, vmlinux, vmlinuz, a module, or a BTFHub archive.")
    private Path file = Path.of("");

    @Option(names = "--base", paramLabel = "FILE", description = "The kernel's types, when FILE is one of its modules.")
    private @Nullable Path base;

    @Option(
            names = "--c",
            paramLabel = "TYPE",
            description =
                    "Print this type as C: 'task_struct', 'enum bpf_cmd', a function, or a number; may be repeated.")
    private List<String> types = List.of();

    @Option(names = "--deps", description = "With --c: print all it needs before it, as a source file that compiles.")
    private boolean deps;

    @Override
    public Integer call() {
        if (deps && types.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--deps goes with --c TYPE");
        }
        Btf btf = BtfFile.read(file, base == null ? null : BtfFile.read(base, null));
        PrintWriter out = spec.commandLine().getOut();
        if (types.isEmpty()) {
            BtfListing.print(btf, out);
        } else {
            out.print(source(btf));
        }
        return ExitCode.FINE;
    }

    private String source(Btf btf) {
        int[] ids = types.stream()
                .flatMap(type -> TypeQuery.find(btf, type, file.toString()).stream())
                .distinct()
                .mapToInt(Integer::intValue)
                .toArray();
        try {
            return deps ? CSource.withDependencies(btf, ids) : CSource.of(btf, ids);
        } catch (MalformedInput e) {
            throw NoAnswer.about(file.toString(), e);
        }
    }
}
