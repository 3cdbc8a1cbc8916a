package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.PartRef;
import dev.relogrid.engine.btf.Btf;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
final class KernelsCommand implements Callable<Integer>, KernelListing.Columns {
    @Mixin
    private KernelListing listing = new KernelListing();

    @Mixin
    private StyleOptions style = new StyleOptions();

    @Option(names = "--types", description = "Also count the types of each kernel, which reads all of its BTF.")
    private boolean types;

    @Override
    public Integer call() {
        return listing.print(this, style.style());
    }

    @Override
    public List<String> headings() {
        return List.of(counted(), "MODULES");
    }

    @Override
    public List<String> numbers() {
        return headings();
    }

    private String counted() {
        return types ? "TYPES" : "BTF";
    }

    @Override
    public List<String> cells(Archive archive, CatalogEntry kernel) {
        PartRef btf = kernel.btf();
        String size = btf == null ? "none" : types ? count(archive, kernel) : KernelListing.mebibytes(btf.size());
        return List.of(size, Integer.toString(kernel.modules().size()));
    }

    private static String count(Archive archive, CatalogEntry entry) {
        Btf btf = archive.kernel(entry).vmlinux();
        return btf == null ? "none" : Integer.toString(btf.typeCount() - 1);
    }

    @Override
    public void write(JsonGenerator json, Archive archive, CatalogEntry kernel) {
        PartRef btf = kernel.btf();
        json.writeStringProperty("btfSha256", btf == null ? null : btf.sha256());
        json.writeNumberProperty("btfSize", btf == null ? 0 : btf.size());
        json.writeStringProperty("noBtf", kernel.noBtf());
        if (types && btf != null) {
            json.writeNumberProperty("types", Integer.parseInt(count(archive, kernel)));
        }
        Json.strings(
                json,
                "modules",
                kernel.modules().stream().map(module -> module.name()).toList());
    }
}
