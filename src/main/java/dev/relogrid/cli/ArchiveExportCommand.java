package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Refusal;
import dev.relogrid.engine.verdict.MinimalBtf;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.report.look.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid archive export}: a kernel's types as raw BTF, for libbpf and other tools. */
@Command(
        name = "export",
        header = "Writes a kernel's types as raw BTF, all of them or those that some objects need.",
        description = {
            "",
            "ID is a kernel's id or a part of it that no other has. What a pack gives back has the same types under the same"
                    + " ids as what was packed; only its strings are in another order.",
            "",
            "With --min, only those types, members and enumerators that the relocations of OBJ look at on this kernel: to"
                    + " ship with OBJ for libbpf's btf_custom_path. Each relocation ends as it does against all types, but for"
                    + " the ids that target_type_id writes, because ids are given anew. Types of modules are not in it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  relogrid archive export trixie/amd64/6.12.107+deb13-amd64 -o vmlinux.btf",
            "  relogrid archive export 6.12.107+deb13-amd64 -o vmlinux.btf --modules btf/",
            "  relogrid archive export 6.1.0-50-amd64 --min probe.bpf.o --min other.bpf.o > min.btf"
        },
        sortOptions = false)
final class ArchiveExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "A kernel's id, or a part of it that no other has.")
    private String id = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (default: stdout, unless that is a terminal).")
    private @Nullable Path output;

    @Option(names = "--modules", paramLabel = "DIR", description = "Also each module's split BTF, as DIR/NAME.")
    private @Nullable Path modules;

    @Option(names = "--min", paramLabel = "OBJ", description = "Only what this eBPF object needs; may be repeated.")
    private List<Path> objects = List.of();

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive's folder (default: $RELOGRID_ARCHIVE, or the one shipped).")
    private @Nullable Path archive;

    @Override
    public Integer call() {
        if (modules != null && !objects.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--modules does not go with --min");
        }
        if (output == null && Relogrid.of(spec).terminal().interactive()) {
            throw new NoAnswer("BTF is not for a terminal: give -o FILE, or send it into a file or a pipe");
        }
        List<ObjectSpecs> needed = new ArrayList<>();
        objects.forEach(file -> needed.add(read(file)));
        StoredKernel kernel = Archive.open(ArchiveLocation.of(archive)).kernel(id);
        Btf vmlinux = kernel.vmlinux();
        if (vmlinux == null) {
            throw new NoAnswer(kernel.id() + " has no BTF: " + kernel.noBtf());
        }
        byte[] btf = needed.isEmpty() ? vmlinux.raw() : minimal(kernel, vmlinux, needed);
        if (modules != null) {
            write(kernel.modules(), modules);
        }
        if (output == null) {
            Relogrid.of(spec).report().writeBytes(btf);
        } else {
            write(output, btf);
        }
        return ExitCode.FINE;
    }

    private static ObjectSpecs read(Path file) {
        BpfObject object = InputFile.parse(file, "object", BpfObject::parse);
        Refusal refusal = object.refusal();
        if (refusal != null) {
            throw new NoAnswer(file + ": libbpf does not open the object: " + refusal.why());
        }
        return ObjectSpecs.of(object);
    }

    private byte[] minimal(StoredKernel kernel, Btf vmlinux, List<ObjectSpecs> needed) {
        MinimalBtf minimal = new MinimalBtf(vmlinux);
        for (int i = 0; i < needed.size(); i++) {
            minimal.add(needed.get(i));
            int elsewhere = MinimalBtf.inModules(needed.get(i), kernel);
            if (elsewhere > 0) {
                spec.commandLine()
                        .getErr()
                        .println("relogrid: " + Printable.text(objects.get(i).toString()) + ": " + elsewhere
                                + " relocations find their types in modules only, and none in this BTF");
            }
        }
        return minimal.section();
    }

    private static void write(List<NamedBtf> modules, Path dir) {
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw NoAnswer.about(dir, e);
        }
        for (NamedBtf module : modules) {
            if (!module.name().matches("\\w+")) {
                throw new NoAnswer("module '" + module.name() + "' cannot be the name of a file");
            }
            write(dir.resolve(module.name()), module.btf().raw());
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
