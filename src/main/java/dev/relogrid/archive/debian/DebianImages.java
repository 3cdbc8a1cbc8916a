package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.images.ImageDraft;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.archive.images.PackagedImage;
import dev.relogrid.archive.images.StoredImage;
import dev.relogrid.archive.source.ModuleChoice;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches kernels of Debian that are to be booted: the very builds the archive knows, as long as the mirror has them. */
public final class DebianImages {
    private final Path work;
    private final KernelImages images;
    private final ModuleChoice modules;
    private final ImageListener listener;
    private int stored;
    private int had;
    private int failed;
    private long bytes;

    /** @param work a folder for indexes and packages, made when there is none; the same as that of a sync */
    public DebianImages(Path work, KernelImages images, ModuleChoice modules, ImageListener listener) {
        this.work = work.toAbsolutePath().normalize();
        this.images = images;
        this.modules = modules;
        this.listener = listener;
    }

    /**
     * Fetches those that are not there, or damaged. Each can be booted as soon as it is there, whatever happens later;
     * packages that were fetched half are continued.
     *
     * @throws ArchiveProblem when apt is not there or knows no mirror, no suite can be read, another process is at work,
     *     or the disk is full
     */
    public ImageTotals fetch(List<WantedImage> wanted) throws IOException {
        List<WantedImage> missing = new ArrayList<>();
        for (WantedImage image : wanted) {
            if (isThere(image)) {
                had++;
            } else if (canBeFetched(image)) {
                missing.add(image);
            }
        }
        if (!missing.isEmpty()) {
            try (FileLocks locks = new FileLocks(images, work)) {
                fetchAll(missing, locks.work());
            }
        }
        return new ImageTotals(stored, had, failed, bytes);
    }

    private boolean isThere(WantedImage wanted) throws IOException {
        try {
            StoredImage image = images.find(wanted.id());
            String damage = image == null ? null : image.damage();
            if (damage != null) {
                listener.lacking(wanted.id(), damage + "; it is fetched again");
            }
            return image != null && damage == null && (image.version().isEmpty() || wanted.isVersion(image.version()));
        } catch (MalformedInput e) {
            listener.lacking(wanted.id(), e.getMessage() + "; it is fetched again");
            return false;
        }
    }

    private boolean canBeFetched(WantedImage wanted) {
        String refusal = KernelImages.refusal(wanted.id());
        if (refusal == null && !wanted.id().distro().equals(BuildList.DISTRO)) {
            refusal = "only Debian's kernels can be fetched: give --from PACKAGE";
        }
        if (refusal != null) {
            failed(wanted, refusal);
        }
        return refusal == null;
    }

    private void fetchAll(List<WantedImage> missing, WorkFolder folder) throws IOException {
        BuildSearch search = new BuildSearch(work, folder.indexes(), listener);
        List<BuildSearch.Found> found = new ArrayList<>();
        for (BuildSearch.Found build : search.find(missing)) {
            if (build.why().isEmpty()) {
                found.add(build);
            } else {
                failed(build.wanted(), build.why());
            }
        }
        listener.planned(found.size(), found.stream().mapToLong(this::size).sum());
        for (BuildSearch.Found build : found) {
            one(build, folder);
        }
    }

    private long size(BuildSearch.Found build) {
        return files(build).stream().mapToLong(PoolFile::size).sum();
    }

    private List<PoolFile> files(BuildSearch.Found build) {
        KernelBuild found = build.build();
        return found == null ? List.of() : found.files(modules != ModuleChoice.NONE);
    }

    private void one(BuildSearch.Found build, WorkFolder folder) throws IOException {
        listener.fetching(build.wanted().id(), size(build));
        List<Path> packages = new ArrayList<>();
        try {
            for (PoolFile file : files(build)) {
                fetch(build, file, folder, packages);
            }
            listener.unpacking(build.wanted().id());
            store(build, packages);
        } catch (KernelFailed e) {
            failed(build.wanted(), e.why());
        } catch (MalformedInput e) {
            failed(build.wanted(), String.valueOf(e.getMessage()));
        }
        for (Path file : packages) {
            Files.deleteIfExists(file);
        }
    }

    /** Without its image there is no kernel; without another part there is one that has less. */
    private void fetch(BuildSearch.Found build, PoolFile file, WorkFolder folder, List<Path> packages)
            throws IOException, KernelFailed {
        AptRoot root = build.root();
        if (root == null) {
            throw new KernelFailed("no mirror has it");
        }
        folder.makeSureItFits(file);
        Path to = folder.place(file);
        Apt.Outcome outcome = root.fetch(file, to);
        if (!outcome.failed()) {
            packages.add(to);
            bytes += file.size();
        } else if (packages.isEmpty()) {
            throw new KernelFailed(outcome.why());
        } else {
            listener.lacking(build.wanted().id(), "without " + file.name() + ": " + outcome.why());
        }
    }

    private void store(BuildSearch.Found build, List<Path> packages) throws IOException {
        WantedImage wanted = build.wanted();
        try (ImageDraft draft = images.begin(wanted.id(), modules)) {
            PackagedImage.read(packages, draft);
            byte @Nullable [] config = draft.lacksConfig() ? wanted.config().get() : null;
            if (config != null) {
                draft.config("the archive's config", config);
            }
            StoredImage image = draft.finish();
            draft.damaged().forEach(module -> listener.lacking(wanted.id(), module));
            if (image.config() == null) {
                listener.lacking(wanted.id(), "without its configuration, which no package has any more");
            }
            if (image.modules().isEmpty() && modules != ModuleChoice.NONE) {
                listener.lacking(wanted.id(), "without modules, which no package has any more");
            }
            stored++;
            listener.stored(image);
        }
    }

    private void failed(WantedImage wanted, String why) {
        failed++;
        listener.failed(wanted.id(), why);
    }

    /** The images' lock and the work folder's. */
    private static final class FileLocks implements AutoCloseable {
        private final KernelImages.Lock images;
        private final WorkFolder work;

        FileLocks(KernelImages images, Path work) throws IOException {
            this.images = images.lock();
            try {
                this.work = WorkFolder.open(work);
            } catch (IOException | RuntimeException e) {
                this.images.close();
                throw e;
            }
        }

        WorkFolder work() {
            return work;
        }

        @Override
        public void close() throws IOException {
            try {
                work.close();
            } finally {
                images.close();
            }
        }
    }
}
