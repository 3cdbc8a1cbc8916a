package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.ArchiveStats;
import dev.relogrid.archive.ArchiveStats.PackStats;
import dev.relogrid.archive.pack.Pack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** {@code relogrid archive stats}: how much is in the archive, and how little room it takes. */
@Command(
        name = "stats",
        header = "Says how much is in the archive, and how little room it takes.",
        footer = {
            "",
            "Examples:",
            "  relogrid archive stats",
            "  relogrid archive stats --format json | jq '.bytesPerKernel, .ratio'"
        },
        sortOptions = false)
final class ArchiveStatsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive's folder (default: $RELOGRID_ARCHIVE, or the one shipped).")
    private @Nullable Path archive;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Override
    public Integer call() throws Exception {
        return ArchiveCommand.answer(spec, this::stats);
    }

    private int stats() {
        ArchiveStats stats = ArchiveStats.of(Archive.open(ArchiveLocation.of(archive)));
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            Json.print(out, json -> write(json, stats));
        } else {
            print(stats, out);
        }
        return ExitCode.FINE;
    }

    private static void write(JsonGenerator json, ArchiveStats stats) {
        ArchiveStats.Parts parts = stats.parts();
        json.writeNumberProperty("kernels", stats.kernels());
        json.writeNumberProperty("kernelsWithoutBtf", stats.kernelsWithoutBtf());
        json.writeNumberProperty("modules", parts.modules());
        json.writeNumberProperty("types", parts.types());
        json.writeNumberProperty("definitions", stats.definitions());
        json.writeNumberProperty("bytes", stats.bytes());
        json.writeNumberProperty("bytesPerKernel", stats.bytesPerKernel());
        json.writeNumberProperty("rawBytes", parts.rawBytes());
        json.writeNumberProperty("xzBytes", parts.xzBytes());
        json.writeNumberProperty("unmeasuredParts", parts.unmeasured());
        json.writeNumberProperty("measuredBytes", stats.measuredBytes());
        json.writeNumberProperty("bootedKernels", stats.booted().kernels());
        json.writeNumberProperty("bootedNeighbours", stats.booted().neighbours());
        json.writeNumberProperty("bootedBytes", stats.booted().bytes());
        if (parts.xzBytes() == 0) {
            json.writeNullProperty("ratio");
        } else {
            json.writeNumberProperty("ratio", stats.ratio());
        }
        json.writeArrayPropertyStart("packs");
        stats.packs().forEach(pack -> write(json, pack));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, PackStats pack) {
        json.writeStartObject();
        json.writeStringProperty("sha256", pack.pack().sha256());
        json.writeNumberProperty("kernels", pack.pack().kernels());
        json.writeNumberProperty("bytes", pack.pack().size());
        json.writeNumberProperty("definitions", pack.definitions());
        json.writeArrayPropertyStart("sections");
        for (Pack.SectionSize section : pack.sections()) {
            json.writeStartObject();
            json.writeStringProperty("name", section.name());
            json.writeNumberProperty("items", section.items());
            json.writeNumberProperty("bytes", section.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void print(ArchiveStats stats, PrintWriter out) {
        ArchiveStats.Parts parts = stats.parts();
        line(out, "kernels", stats.kernels(), "with BTF; " + stats.kernelsWithoutBtf() + " more have none");
        line(out, "modules", parts.modules(), "whose BTF is kept");
        line(out, "types", parts.types(), "in all of them together");
        line(out, "definitions", stats.definitions(), "of types that differ, which is what packs keep");
        line(out, "bytes", stats.bytes(), "on disk: catalog, packs, blobs; configs and symbols included");
        line(out, "per kernel", stats.bytesPerKernel(), "bytes on disk");
        line(out, "raw", parts.rawBytes(), "bytes of BTF");
        line(out, "as xz files", parts.xzBytes(), "bytes, one file for each BTF, measured when they were packed");
        line(out, "ratio", parts.xzBytes() == 0 ? "-" : ratio(stats), "xz files : this archive");
        ArchiveStats.Booted booted = stats.booted();
        if (booted.kernels() > 0) {
            String others = "were booted and asked; these answer for " + booted.neighbours() + " more";
            line(out, "booted", booted.kernels(), others);
            line(out, "what they said", booted.bytes(), "bytes on disk");
        }
        if (parts.unmeasured() > 0) {
            line(out, "not measured", parts.unmeasured(), "BTFs, which as xz files would add to those bytes");
            line(out, "blobs", stats.blobBytes(), "bytes, left out of the ratio as is what lies in them");
        }
        for (PackStats pack : stats.packs()) {
            out.println();
            out.println("pack " + pack.pack().sha256());
            line(out, "kernels", pack.pack().kernels(), "");
            line(out, "definitions", pack.definitions(), "");
            line(out, "bytes", pack.pack().size(), "");
            for (Pack.SectionSize section : pack.sections()) {
                line(out, "  " + section.name(), section.bytes(), "for " + section.items() + " " + items(section));
            }
        }
    }

    private static String items(Pack.SectionSize section) {
        return switch (section.name()) {
            case "KERN" -> "kernels: what they are called";
            case "SYMS" -> "symbols: which kernels have which definitions";
            case "DEFS" -> "definitions";
            case "ORDR" -> "kernels: their types in the order of their ids";
            default -> "items";
        };
    }

    private static String ratio(ArchiveStats stats) {
        return String.format(Locale.ROOT, "%.1f", stats.ratio());
    }

    private static void line(PrintWriter out, String name, long number, String what) {
        line(out, name, String.format(Locale.ROOT, "%,d", number), what);
    }

    private static void line(PrintWriter out, String name, String number, String what) {
        out.println(
                String.format(Locale.ROOT, "%-13s%15s  %s", name, number, what).stripTrailing());
    }
}
