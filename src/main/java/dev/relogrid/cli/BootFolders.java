package dev.relogrid.cli;

import dev.relogrid.archive.images.ImageLocation;
import dev.relogrid.archive.images.KernelImages;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where images of kernels are, and whether missing ones are fetched; a mixin. */
final class BootFolders {
    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Images of kernels (default: $RELOGRID_IMAGES, or relogrid/images in the user's cache).")
    private @Nullable Path images;

    @Option(names = "--no-fetch", description = "Boot only kernels whose images are there; fetch none.")
    private boolean noFetch;

    KernelImages images() {
        return KernelImages.open(ImageLocation.of(images));
    }

    boolean fetch() {
        return !noFetch;
    }
}
