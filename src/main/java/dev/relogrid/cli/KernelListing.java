package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.report.look.Style;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** A list of those kernels of the archive that a query means, as a table or JSON; a mixin. */
final class KernelListing {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..*",
            description = "Which kernels (default: all); several words are one query.")
    private List<String> words = List.of("all");

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive's folder (default: $RELOGRID_ARCHIVE, or the one shipped).")
    private @Nullable Path folder;

    @Mixin
    private ReportFormat format = new ReportFormat();

    /** What is told of each kernel, beside its id and version. */
    interface Columns {
        List<String> headings();

        /** Those of them with numbers. */
        List<String> numbers();

        /** One for each heading. */
        List<String> cells(Archive archive, CatalogEntry kernel);

        /** Properties of an object that is begun. */
        void write(JsonGenerator json, Archive archive, CatalogEntry kernel);
    }

    /** Prints the list, and gives the exit code. */
    int print(Columns columns, Style style) {
        KernelQuery query = KernelQuery.parse(String.join(" ", words));
        Archive archive = Archive.open(ArchiveLocation.of(folder));
        archive.damagedPacks().forEach(pack -> command.commandLine().getErr().println("relogrid: left out " + pack));
        if (archive.entries().isEmpty()) {
            throw new NoAnswer(
                    "the archive in " + archive.dir() + " has no kernels: 'relogrid archive add' puts one in");
        }
        List<CatalogEntry> found = query.select(archive.entries());
        PrintWriter out = command.commandLine().getOut();
        if (format.isJson()) {
            Json.print(out, json -> {
                json.writeStringProperty("query", query.toString());
                json.writeArrayPropertyStart("kernels");
                found.forEach(entry -> write(json, archive, entry, columns));
                json.writeEndArray();
            });
        } else {
            table(archive, found, columns).print(out, style);
            int all = archive.entries().size();
            out.println();
            out.println(found.size() == all ? all + " kernels" : found.size() + " of " + all + " kernels");
        }
        return ExitCode.FINE;
    }

    private static Table table(Archive archive, List<CatalogEntry> found, Columns columns) {
        Table table = new Table(joined("ID", "VERSION", columns.headings()), columns.numbers());
        for (CatalogEntry entry : found) {
            table.add(joined(entry.id().toString(), entry.origin().version(), columns.cells(archive, entry))
                    .toArray(String[]::new));
        }
        return table;
    }

    private static List<String> joined(String first, String second, List<String> more) {
        return Stream.concat(Stream.of(first, second), more.stream()).toList();
    }

    private static void write(JsonGenerator json, Archive archive, CatalogEntry entry, Columns columns) {
        json.writeStartObject();
        json.writeStringProperty("id", entry.id().toString());
        json.writeStringProperty("distro", entry.id().distro());
        json.writeStringProperty("suite", entry.id().suite());
        json.writeStringProperty("arch", entry.id().arch());
        json.writeStringProperty("release", entry.id().release());
        json.writeStringProperty("package", entry.origin().packageName());
        json.writeStringProperty("version", entry.origin().version());
        json.writeStringProperty("flavour", entry.origin().flavour());
        columns.write(json, archive, entry);
        json.writeEndObject();
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }
}
