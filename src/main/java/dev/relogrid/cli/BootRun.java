package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.archive.images.StoredImage;
import dev.relogrid.archive.source.ModuleChoice;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.vm.BootKernel;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes kernels ready to be booted: gets images that are not there, leaves out what cannot be booted, finds modules. */
final class BootRun {
    private final Archive archive;
    private final KernelImages images;
    private final List<BootKernel> ready = new ArrayList<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    BootRun(Archive archive, KernelImages images) {
        this.archive = archive;
        this.images = images;
    }

    /** Which modules a kernel gets. */
    interface Modules {
        List<String> of(@Nullable Kernel kernel, StoredImage image) throws IOException;
    }

    /** Fetches what is missing and can be; what could not be is said on stderr as it happens. */
    void fetch(List<BootTarget> targets, PrintWriter err, Terminal terminal) throws IOException {
        List<CatalogEntry> missing = new ArrayList<>();
        for (BootTarget target : targets) {
            CatalogEntry entry = target.entry();
            if (entry != null && KernelImages.refusal(target.id()) == null && problem(target.id()) != null) {
                missing.add(entry);
            }
        }
        if (!missing.isEmpty()) {
            new ImageFetch(archive, images, ArchiveSyncCommand.cache(System.getenv()), ModuleChoice.SOME)
                    .fetch(missing, err, terminal);
        }
    }

    /** Why a kernel cannot be booted now; null when it can. */
    private @Nullable String problem(KernelId id) throws IOException {
        String refusal = KernelImages.refusal(id);
        if (refusal != null) {
            return refusal;
        }
        try {
            StoredImage image = images.find(id);
            String damage = image == null ? "" : image.damage();
            if (damage == null) {
                return null;
            }
            return image == null
                    ? "its image is not there: 'relogrid archive fetch-image " + id + "' gets it"
                    : "its image is damaged, " + damage + ": 'relogrid archive fetch-image " + id + "' gets it anew";
        } catch (MalformedInput e) {
            return "its image is damaged, " + e.getMessage();
        }
    }

    /** Sorts out what can be booted. */
    void prepare(List<BootTarget> targets, Modules modules) throws IOException {
        for (BootTarget target : targets) {
            String id = target.id().toString();
            String problem = problem(target.id());
            StoredImage image = problem == null ? images.find(target.id()) : null;
            if (image == null) {
                leftOut.put(id, String.valueOf(problem));
                continue;
            }
            CatalogEntry entry = target.entry();
            try {
                List<String> names = modules.of(entry == null ? null : archive.kernel(entry), image);
                ready.add(new BootKernel(
                        id,
                        target.id().arch(),
                        target.id().release(),
                        image.image(),
                        image.config(),
                        image.insertionOrder(names)));
            } catch (ArchiveProblem | MalformedInput e) {
                leftOut.put(id, String.valueOf(e.getMessage()));
            }
        }
    }

    /** In the order of the targets. */
    List<BootKernel> ready() {
        return ready;
    }

    /** Kernels that are not booted, by id, and why. */
    Map<String, String> leftOut() {
        return leftOut;
    }
}
