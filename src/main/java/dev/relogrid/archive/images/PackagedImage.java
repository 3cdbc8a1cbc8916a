package dev.relogrid.archive.images;

import dev.relogrid.archive.source.KernelMembers;
import dev.relogrid.archive.source.KernelPaths;
import dev.relogrid.archive.source.PackageFacts;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes a bootable kernel out of packages; what they have of other kernels is passed over. */
public final class PackagedImage implements KernelMembers.Sink {
    private final ImageDraft draft;
    private final Set<String> others = new TreeSet<>();

    private PackagedImage(ImageDraft draft) {
        this.draft = draft;
    }

    /**
     * @param packages that together have the kernel
     * @throws MalformedInput when one is damaged, or what it has is no kernel that can be booted
     * @throws dev.relogrid.archive.ArchiveProblem when one is no package
     */
    public static void read(List<Path> packages, ImageDraft draft) throws IOException {
        var sink = new PackagedImage(draft);
        for (Path file : packages) {
            KernelMembers.read(file, sink);
        }
        if (!draft.hasImage()) {
            String release = draft.id().release();
            throw new MalformedInput(
                    packages.getFirst().getFileName().toString(),
                    0,
                    "the kernel image of " + release,
                    sink.others.isEmpty() ? "none" : "that of " + String.join(", ", sink.others));
        }
    }

    @Override
    public boolean wants(KernelPaths place, String path) {
        if (!place.release().equals(draft.id().release())) {
            others.add(place.release());
            return false;
        }
        return switch (place.part()) {
            case IMAGE -> !draft.hasImage();
            case MODULE -> draft.wantsModules();
            case CONFIG -> true;
            case SYMBOLS -> false;
        };
    }

    @Override
    public void file(KernelPaths place, PackageFacts from, String path, byte[] content) {
        switch (place.part()) {
            case IMAGE -> {
                draft.image(path, content);
                draft.from(from.name(), from.version());
            }
            case MODULE -> draft.module(Path.of(path), content);
            case CONFIG -> draft.config(path, content);
            case SYMBOLS -> {} // not wanted
        }
    }
}
