package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.BlobRef;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.MeasurementSource;
import dev.relogrid.archive.PackRef;
import dev.relogrid.archive.PartRef;
import dev.relogrid.archive.image.ConfigText;
import dev.relogrid.archive.image.SymbolList;
import dev.relogrid.report.look.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid archive show}: what the catalog has about one kernel. */
@Command(name = "show", description = "Shows what the archive has of one kernel, and what of it is quarantined.")
final class ArchiveShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--archive", paramLabel = "DIR", description = "The archive's folder.")
    private @Nullable Path archive;

    @Parameters(paramLabel = "ID", description = "A kernel's id, or a part of it that no other has.")
    private String id = "";

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::show);
    }

    private int show() {
        Archive opened = Archive.open(ArchiveLocation.of(archive));
        CatalogEntry entry = opened.find(id);
        line("id", entry.id().toString());
        line("package", (entry.origin().packageName() + " " + entry.origin().version()).strip());
        line("flavour", entry.origin().flavour());
        line("source", String.join(", ", entry.origin().source()));
        PartRef btf = entry.btf();
        line("btf", btf == null ? "none: " + entry.noBtf() : describe(btf));
        PackRef.Place place = entry.place();
        line("pack", place == null ? "" : place.pack().sha256());
        line("config", describe(opened.config(entry), ConfigText::options, "options set"));
        line("symbols", describe(opened.symbols(entry), SymbolList::count, "symbols"));
        MeasurementSource measured = opened.measurementSource(entry);
        line("measured", measured == null ? "not" : measured.named());
        entry.modules().forEach(module -> line("module", module.name() + ": " + describe(module.btf())));
        entry.quarantine().forEach(part -> line("quarantine", part.toString()));
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }

    private static String describe(byte @Nullable [] text, ToIntFunction<byte[]> count, String what) {
        return text == null ? "" : count.applyAsInt(text) + " " + what;
    }

    private static String describe(PartRef part) {
        String sha256 = part.sha256();
        return part.size() + " bytes"
                + (part instanceof BlobRef blob ? ", " + blob.packed() + " packed" : "")
                + (sha256 == null ? "" : ", sha256 " + sha256);
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(Printable.text(String.format("%-11s%s", name, value)));
        }
    }
}
