package dev.relogrid.cli;

import dev.relogrid.archive.Sha256;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.report.look.Printable;
import dev.relogrid.vm.Evidence;
import dev.relogrid.vm.EvidenceFolder;
import dev.relogrid.vm.EvidenceListing;
import dev.relogrid.vm.EvidenceStore;
import dev.relogrid.vm.agreement.Agreement;
import dev.relogrid.vm.agreement.AgreementTables;
import dev.relogrid.vm.agreement.Origin;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid agreement}: what booted kernels did, held against what is said without booting them. */
@Command(
        name = "agreement",
        header = "Holds the evidence of booted kernels against the offline verdicts, program by program.",
        description = {
            "",
            "'relogrid boot' keeps what each kernel did with each program. This judges the same programs on the same"
                    + " kernels of the archive, each alone as it was tried, and prints tables in Markdown: how often the"
                    + " two agree, by kernel and by cause, and every disagreement with where it comes from. Attaching is"
                    + " left out.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 nothing disagrees but for what only the verifier knows, 1 something does, 2 no answer.",
            "",
            "Examples:",
            "  relogrid agreement build/*.bpf.o",
            "  relogrid agreement objects/ --evidence my-evidence --kernel 'debian and amd64'"
        },
        sortOptions = false)
final class AgreementCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "OBJ|DIR",
            arity = "1..*",
            description = "The objects that were booted, or folders of them; found again by their content.")
    private List<Path> paths = List.of();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "Where it is kept (default: $RELOGRID_EVIDENCE, or relogrid/evidence in the user's data).")
    private @Nullable Path evidence;

    @Mixin
    private KernelOptions kernels = new KernelOptions();

    @Override
    public Integer call() throws IOException {
        Map<String, Path> objects = objects();
        EvidenceStore store = new EvidenceStore(EvidenceFolder.of(evidence));
        EvidenceListing listing = store.all();
        listing.damaged().forEach(damaged -> warn("passed over " + damaged.file() + ": " + damaged.why()));
        Map<String, List<Evidence>> byKernel = new HashMap<>();
        int others = 0;
        for (Evidence one : listing.found()) {
            if (objects.containsKey(one.object().sha256())) {
                byKernel.computeIfAbsent(one.kernel(), kernel -> new ArrayList<>())
                        .add(store.withLogs(one));
            } else {
                others++;
            }
        }
        List<Agreement> agreements = new ArrayList<>();
        for (StoredKernel kernel : kernels.kernels()) {
            List<Evidence> of = byKernel.getOrDefault(kernel.id(), List.of());
            if (!of.isEmpty()) {
                agreements.add(agreement(kernel, of, objects));
            }
        }
        if (agreements.isEmpty()) {
            throw new NoAnswer("there is no evidence of these objects on these kernels: 'relogrid boot' makes some");
        }
        print(agreements, others);
        boolean differs = agreements.stream()
                .flatMap(agreement -> agreement.cells().stream())
                .map(Origin::of)
                .anyMatch(origin -> origin == Origin.MISSING_MODEL || origin == Origin.ENGINE_BUG);
        return differs ? ExitCode.BROKEN : ExitCode.FINE;
    }

    private void print(List<Agreement> agreements, int others) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Said by " + new Version().getVersion()[0] + ".\n");
        out.print(AgreementTables.of(agreements));
        if (others > 0) {
            out.println();
            out.println("Left out: what is kept of other objects, " + others + " times.");
        }
    }

    private Agreement agreement(StoredKernel kernel, List<Evidence> of, Map<String, Path> objects) throws IOException {
        Set<String> modules = new HashSet<>();
        of.forEach(one -> modules.addAll(one.guest().modules()));
        Agreement agreement = Agreement.on(kernel, modules);
        for (Evidence one : of) {
            Path file = objects.get(one.object().sha256());
            if (file != null) {
                byte[] bytes = Files.readAllBytes(file);
                try {
                    agreement.add(
                            Bytes.of(file.toString(), bytes, ByteOrder.LITTLE_ENDIAN), one.presets(), one.object());
                } catch (MalformedInput e) {
                    warn(file + ": " + e.getMessage());
                }
            }
        }
        return agreement;
    }

    /** By the SHA-256 of their content. */
    private Map<String, Path> objects() throws IOException {
        Map<String, Path> objects = new LinkedHashMap<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        objects.putIfAbsent(Sha256.of(InputFile.read(file)), file);
                    }
                }
            } else {
                objects.putIfAbsent(Sha256.of(InputFile.read(path)), path);
            }
        }
        return objects;
    }

    private void warn(String what) {
        spec.commandLine().getErr().println("relogrid: " + Printable.text(what));
    }
}
