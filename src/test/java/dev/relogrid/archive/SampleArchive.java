package dev.relogrid.archive;

import dev.relogrid.archive.image.Extraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Thirteen shipped kernels, old and new, of two architectures, four with modules, with configuration and symbols as
 * far as they are known, as an archive of blobs: what tests hold every object against. Made of the shipped pack when it is first wanted, and again when that has changed.
 */
public final class SampleArchive {
    private static final Path DIR = Path.of("target", "sample-archive");

    /** What is taken of each. */
    private static final String PARTS = "types, configuration and symbols";

    private static final List<String> IDS = List.of(
            "debian/bullseye/amd64/5.10.0-32-amd64",
            "debian/bullseye/arm64/5.10.0-32-cloud-arm64",
            "debian/bookworm/amd64/6.1.0-50-rt-amd64",
            "debian/bookworm/arm64/6.1.0-50-cloud-arm64",
            "debian/bookworm-security/amd64/6.12.117+deb12-cloud-amd64",
            "debian/trixie/amd64/6.12.107+deb13-cloud-amd64",
            "debian/trixie/arm64/6.12.107+deb13-cloud-arm64",
            "debian/trixie-backports/amd64/6.16.12+deb13-cloud-amd64",
            "debian/trixie-backports/amd64/6.18.15+deb13-cloud-amd64",
            "debian/trixie-backports/amd64/6.19.14+deb13-cloud-amd64",
            "debian/trixie-backports/amd64/7.1.13+deb13-cloud-amd64",
            "debian/trixie-backports/amd64/7.3.4+deb13-cloud-amd64",
            "debian/sid/arm64/7.2.13+deb14-cloud-arm64");

    private SampleArchive() {}

    /** Its folder. */
    public static synchronized Path dir() {
        try {
            Archive shipped = Archive.open(ShippedBtf.ARCHIVE);
            Path made = DIR.resolve("made");
            String from = PARTS + " of " + shipped.packs() + " " + IDS;
            if (!Files.exists(made) || !Files.readString(made).equals(from)) {
                make(shipped);
                Files.writeString(made, from);
            }
            return DIR;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Archive shipped) throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.open(DIR)) {
            for (String id : IDS) {
                CatalogEntry entry = shipped.find(id);
                NewKernel kernel = new NewKernel(
                                entry.id(),
                                entry.origin(),
                                new Extraction.Found(shipped.vmlinuxBtf(entry), List.of()),
                                shipped.moduleBtf(entry))
                        .withConfig(shipped.config(entry))
                        .withSymbols(shipped.symbols(entry));
                writer.add(kernel, true);
            }
            writer.prune();
        }
    }
}
