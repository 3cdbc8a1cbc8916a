package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.report.look.Printable;
import dev.relogrid.vm.BootKernel;
import dev.relogrid.vm.BootOptions;
import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.Boots;
import dev.relogrid.vm.EvidenceFolder;
import dev.relogrid.vm.EvidenceStore;
import dev.relogrid.vm.GuestPrograms;
import dev.relogrid.vm.ModulesFor;
import dev.relogrid.vm.agreement.Agreement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves a check on a few kernels: boots them, and holds what they did against what was said; a mixin. */
final class CheckBoot {
    @Option(
            names = "--boot",
            paramLabel = "N",
            description = "Afterwards boot the N most telling kernels, one for each kind of answer, the newest and the"
                    + " oldest, and hold what they do against what is said.")
    private int most;

    @Mixin
    private BootFolders folders = new BootFolders();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "Where what booted kernels said is kept (default: as 'relogrid boot' has it).")
    private @Nullable Path evidence;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private boolean incomplete;

    /** @throws ParameterException when the number is none */
    boolean isWanted() {
        if (most < 0) {
            throw new ParameterException(command.commandLine(), "--boot: expected a number of kernels, found " + most);
        }
        return most > 0;
    }

    /** Whether some of the kernels were not booted, or something was not decided; it has said so then. */
    boolean incomplete() {
        return incomplete;
    }

    /** @param archiveDir the archive the kernels are from */
    void prove(List<CheckedObject> objects, List<StoredKernel> kernels, ProfileOptions profile, Path archiveDir)
            throws IOException {
        Boots boots = Boots.open(GuestPrograms.found(), BootOptions.DEFAULT);
        TellingKernels telling = new TellingKernels(most, folders.images(), folders.fetch(), kernels);
        List<BootTarget> targets = telling.choose(objects);
        telling.passedOver().forEach((id, why) -> say("not booted, though telling: " + id + ": " + why));
        BootRun run = new BootRun(Archive.open(archiveDir), folders.images());
        PrintWriter err = command.commandLine().getErr();
        Terminal terminal = Relogrid.of(command).terminal();
        if (folders.fetch()) {
            run.fetch(targets, err, terminal);
        }
        Map<CheckedObject, BootInput> inputs = inputs(objects, profile);
        ModulesFor wanted =
                new ModulesFor(objects.stream().map(CheckedObject::object).toList());
        run.prepare(targets, wanted::on);
        run.leftOut().forEach((id, why) -> {
            incomplete = true;
            say("not booted: " + id + ": " + why);
        });
        if (run.ready().isEmpty()) {
            incomplete = true;
            say("nothing was booted");
            return;
        }
        EvidenceStore store = new EvidenceStore(EvidenceFolder.of(evidence));
        try (BootProgress progress = new BootProgress(err, terminal, run.ready().size(), objects.size())) {
            List<BootReport> reports = new BootBatch(boots, store, progress)
                    .run(
                            run.ready(),
                            inputs.values().stream().map(BootInput::request).toList());
            Map<String, StoredKernel> byId = new HashMap<>();
            kernels.forEach(kernel -> byId.put(kernel.id(), kernel));
            for (int i = 0; i < reports.size(); i++) {
                compare(reports.get(i), run.ready().get(i), byId, inputs);
            }
        }
    }

    private static Map<CheckedObject, BootInput> inputs(List<CheckedObject> objects, ProfileOptions profile) {
        Map<CheckedObject, BootInput> inputs = new LinkedHashMap<>();
        for (CheckedObject object : objects) {
            inputs.put(
                    object,
                    new BootInput(
                            object.name(),
                            object.object().elf().file().toArray(),
                            object.object(),
                            profile.set(),
                            profile.autoload()));
        }
        return inputs;
    }

    private void compare(
            BootReport report,
            BootKernel kernel,
            Map<String, StoredKernel> kernels,
            Map<CheckedObject, BootInput> inputs) {
        StoredKernel stored = kernels.get(report.kernel());
        if (stored == null) {
            return;
        }
        Set<String> modules = new HashSet<>();
        kernel.modules()
                .forEach(file -> modules.add(file.getFileName().toString().replaceFirst("\\.ko$", "")));
        inputs.forEach((object, input) -> {
            for (BootedObject booted : report.objects()) {
                if (booted.name().equals(input.name())) {
                    Agreement agreement = Agreement.on(stored, modules);
                    Bytes bytes = object.object().elf().file();
                    agreement.add(bytes, input.set(), booted);
                    BootedCell cell = new BootedCell(report.kernel(), booted, input.leftAlone());
                    object.addBooted(new BootedCheck(
                            cell,
                            object.said(report.kernel()),
                            agreement.cells().stream()
                                    .filter(one -> one.isDisagreement() && cell.isCounted(one.program()))
                                    .toList()));
                    incomplete |= cell.word() == BootedCell.Word.NOT_DECIDED;
                }
            }
        });
    }

    private void say(String sentence) {
        command.commandLine().getErr().println("relogrid: " + Printable.text(sentence));
    }
}
