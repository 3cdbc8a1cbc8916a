package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.debian.DebianImages;
import dev.relogrid.archive.debian.ImageTotals;
import dev.relogrid.archive.debian.WantedImage;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.archive.source.ModuleChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Gets the images of archived kernels that are not there, and says on stderr how it gets on. */
record ImageFetch(Archive archive, KernelImages images, Path work, ModuleChoice modules) {
    ImageTotals fetch(List<CatalogEntry> kernels, PrintWriter err, Terminal terminal) throws IOException {
        List<WantedImage> wanted = kernels.stream()
                .map(entry -> new WantedImage(entry.id(), entry.origin().version(), () -> archive.config(entry)))
                .toList();
        try (ImageProgress progress = new ImageProgress(err, terminal)) {
            return new DebianImages(work, images, modules, progress).fetch(wanted);
        }
    }
}
