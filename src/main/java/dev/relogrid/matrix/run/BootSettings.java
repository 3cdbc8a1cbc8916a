package dev.relogrid.matrix.run;

import dev.relogrid.archive.images.ImageLocation;
import dev.relogrid.archive.images.KernelImages;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where this node finds what it boots. */
@Component
final class BootSettings {
    private final String folder;

    /** @param folder {@code relogrid.images}; empty for what the environment says, or the user's cache */
    BootSettings(@Value("${relogrid.images}") String folder) {
        this.folder = folder;
    }

    /** @throws dev.relogrid.archive.ArchiveProblem when nobody says where they are */
    KernelImages images() {
        return KernelImages.open(ImageLocation.of(folder.isEmpty() ? null : Path.of(folder)));
    }
}
