package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.PartRef;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.btf.Btf;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** {@code relogrid kernels}: what the archive has. */
@Command(
        name = "kernels",
        header = "Lists the kernels of the archive.",
        description = {
            "",
            "An id is distro/suite/arch/release. QUERY says which kernels, here and as --kernel of other commands: terms "
                    + "joined by and, or (or a comma), not and parentheses.",
            "",
            "  trixie/amd64        an id, its end, any part of ids; or a pattern with * and ?",
            "  6.1                 a series of Linux; also 6.1..6.12, with both its ends",
            "  >= 6.6              also > <= < =",
            "  debian 12           a line with its updates and backports; also 11..13",
            "  debian >= bookworm  a suite's name stands for its number",
            "  arch:arm64          also suite:, flavour: and distro:, and patterns",
            "  cloud, rt           all flavours of that variant",
            "  lts                 series that kernel.org calls longterm",
            "  latest 3            the newest builds of every line, architecture and",
            "                      flavour among those it is joined with",
            "  all                 every kernel",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  relogrid kernels",
            "  relogrid kernels trixie/amd64",
            "  relogrid kernels 'debian >= 12 and arch:arm64'",
            "  relogrid kernels 'lts and not rt and latest' --format json"
        },
        sortOptions = false)
final class KernelsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

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

    @Option(names = "--types", description = "Also count the types of each kernel, which reads all of its BTF.")
    private boolean types;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Mixin
    private StyleOptions style = new StyleOptions();

    @Override
    public Integer call() {
        KernelQuery query = KernelQuery.parse(String.join(" ", words));
        Archive archive = Archive.open(ArchiveLocation.of(folder));
        archive.damagedPacks().forEach(pack -> spec.commandLine().getErr().println("relogrid: left out " + pack));
        if (archive.entries().isEmpty()) {
            throw new NoAnswer(
                    "the archive in " + archive.dir() + " has no kernels: 'relogrid archive add' puts one in");
        }
        List<CatalogEntry> found = query.select(archive.entries());
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            Json.print(out, json -> {
                json.writeStringProperty("query", query.toString());
                json.writeArrayPropertyStart("kernels");
                found.forEach(entry -> write(json, entry, archive));
                json.writeEndArray();
            });
        } else {
            print(archive, found, out);
        }
        return archive.damagedPacks().isEmpty() ? ExitCode.FINE : ExitCode.NO_ANSWER;
    }

    private void print(Archive archive, List<CatalogEntry> found, PrintWriter out) {
        String counted = types ? "TYPES" : "BTF";
        Table table = new Table(List.of("ID", "VERSION", counted, "MODULES"), List.of(counted, "MODULES"));
        for (CatalogEntry entry : found) {
            PartRef btf = entry.btf();
            String size = btf == null ? "none" : types ? count(archive, entry) : mebibytes(btf.size());
            table.add(
                    entry.id().toString(),
                    entry.origin().version(),
                    size,
                    Integer.toString(entry.modules().size()));
        }
        table.print(out, style.style());
        int all = archive.entries().size();
        out.println();
        out.println(found.size() == all ? all + " kernels" : found.size() + " of " + all + " kernels");
    }

    private static String count(Archive archive, CatalogEntry entry) {
        Btf btf = archive.kernel(entry).vmlinux();
        return btf == null ? "none" : Integer.toString(btf.typeCount() - 1);
    }

    private static String mebibytes(int bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }

    private void write(JsonGenerator json, CatalogEntry entry, Archive archive) {
        PartRef btf = entry.btf();
        json.writeStartObject();
        json.writeStringProperty("id", entry.id().toString());
        json.writeStringProperty("distro", entry.id().distro());
        json.writeStringProperty("suite", entry.id().suite());
        json.writeStringProperty("arch", entry.id().arch());
        json.writeStringProperty("release", entry.id().release());
        json.writeStringProperty("package", entry.origin().packageName());
        json.writeStringProperty("version", entry.origin().version());
        json.writeStringProperty("flavour", entry.origin().flavour());
        json.writeStringProperty("btfSha256", btf == null ? null : btf.sha256());
        json.writeNumberProperty("btfSize", btf == null ? 0 : btf.size());
        json.writeStringProperty("noBtf", entry.noBtf());
        if (types && btf != null) {
            json.writeNumberProperty("types", Integer.parseInt(count(archive, entry)));
        }
        Json.strings(
                json,
                "modules",
                entry.modules().stream().map(module -> module.name()).toList());
        json.writeEndObject();
    }
}
