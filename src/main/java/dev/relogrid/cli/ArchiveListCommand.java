package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.PackRef;
import dev.relogrid.archive.PartRef;
import dev.relogrid.archive.pack.PackedKernel;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.core.JsonGenerator;

/** {@code relogrid archive list}: the kernels as the archive keeps them. */
@Command(
        name = "list",
        header = "Lists the kernels as the archive keeps them.",
        description = {
            "",
            "IN is the pack a kernel is in, by the first digits of its name, or 'blob' for one that has files of its own. XZ"
                    + " is what its BTF and its modules' take as xz files, measured when they were packed. QUERY is that of"
                    + " 'relogrid kernels', whose help has it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  relogrid archive list",
            "  relogrid archive list 'debian 12 and cloud' --format json"
        },
        sortOptions = false)
final class ArchiveListCommand implements Callable<Integer>, KernelListing.Columns {
    private static final int DIGITS = 8;

    @Mixin
    private KernelListing listing = new KernelListing();

    @Mixin
    private StyleOptions style = new StyleOptions();

    @Override
    public Integer call() {
        return listing.print(this, style.style());
    }

    @Override
    public List<String> headings() {
        return List.of("IN", "BTF", "XZ", "MODULES", "CONFIG", "SYMBOLS");
    }

    @Override
    public List<String> numbers() {
        return List.of("BTF", "XZ", "MODULES");
    }

    @Override
    public List<String> cells(Archive archive, CatalogEntry kernel) {
        PartRef btf = kernel.btf();
        long xz = xzSize(archive.packed(kernel));
        return List.of(
                place(kernel),
                btf == null ? "none" : KernelListing.mebibytes(btf.size()),
                xz == 0 ? "" : KernelListing.mebibytes(xz),
                Integer.toString(kernel.modules().size()),
                kernel.config() == null ? "no" : "yes",
                kernel.symbols() == null ? "no" : "yes");
    }

    private static String place(CatalogEntry kernel) {
        PackRef.Place place = kernel.place();
        return place == null ? "blob" : place.pack().sha256().substring(0, DIGITS);
    }

    /** Of all its parts; 0 when not all were measured, for less would be no size of anything. */
    static long xzSize(@Nullable PackedKernel kernel) {
        if (kernel == null || kernel.types().xzSize() == 0) {
            return 0;
        }
        long size = kernel.types().xzSize();
        for (PackedKernel.Part module : kernel.modules()) {
            if (module.xzSize() == 0) {
                return 0;
            }
            size += module.xzSize();
        }
        return size;
    }

    @Override
    public void write(JsonGenerator json, Archive archive, CatalogEntry kernel) {
        PartRef btf = kernel.btf();
        PackRef.Place place = kernel.place();
        json.writeStringProperty("pack", place == null ? null : place.pack().sha256());
        json.writeNumberProperty("btfSize", btf == null ? 0 : btf.size());
        json.writeStringProperty("noBtf", kernel.noBtf());
        json.writeNumberProperty("modules", kernel.modules().size());
        json.writeNumberProperty("rawBytes", kernel.rawSize());
        json.writeNumberProperty("xzBytes", xzSize(archive.packed(kernel)));
        json.writeBooleanProperty("config", kernel.config() != null);
        json.writeBooleanProperty("symbols", kernel.symbols() != null);
    }
}
