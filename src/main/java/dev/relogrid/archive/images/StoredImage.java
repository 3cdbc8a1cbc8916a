package dev.relogrid.archive.images;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.KernelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A kernel that can be booted. */
public final class StoredImage {
    private static final String CONFIG = "config";
    private static final String MODULES = "modules/";
    private static final String SUFFIX = ".ko";

    private final Path folder;
    private final ImageRecord row;
    private final ModuleOrder order;

    private StoredImage(Path folder, ImageRecord row, ModuleOrder order) {
        this.folder = folder;
        this.row = row;
        this.order = order;
    }

    static StoredImage open(Path folder) throws IOException {
        ImageRecord row = ImageRecord.parse(
                folder.resolve(ImageRecord.FILE).toString(), Files.readAllBytes(folder.resolve(ImageRecord.FILE)));
        Path order = folder.resolve(ModuleOrder.FILE);
        return new StoredImage(
                folder, row, row.has(ModuleOrder.FILE) ? ModuleOrder.parse(Files.readString(order)) : ModuleOrder.NONE);
    }

    public KernelId id() {
        return row.id();
    }

    /** The package it was taken from, and that one's version; empty when nobody said. */
    public String packageName() {
        return row.packageName();
    }

    public String version() {
        return row.version();
    }

    /** What QEMU can start. */
    public Path image() {
        return folder.resolve(row.image());
    }

    /** The text it was built with; null when it is not known. */
    public @Nullable Path config() {
        return row.has(CONFIG) ? folder.resolve(CONFIG) : null;
    }

    /** Its modules by the kernel's names for them. */
    public NavigableMap<String, Path> modules() {
        NavigableMap<String, Path> modules = new TreeMap<>();
        for (String part : row.parts().keySet()) {
            if (part.startsWith(MODULES) && part.endsWith(SUFFIX)) {
                modules.put(part.substring(MODULES.length(), part.length() - SUFFIX.length()), folder.resolve(part));
            }
        }
        return modules;
    }

    /**
     * Files of these modules and of all they need, each once, so that each can be inserted after those before it.
     *
     * @throws ArchiveProblem when the kernel's folder has no module of such a name
     */
    public List<Path> insertionOrder(List<String> names) {
        NavigableMap<String, Path> modules = modules();
        Set<String> ordered = new LinkedHashSet<>();
        for (String asked : names) {
            String name = asked.replace('-', '_');
            if (!modules.containsKey(name)) {
                throw new ArchiveProblem("the image of " + id() + " has no module '" + asked
                        + "': 'relogrid archive fetch-image --modules all' takes all there are");
            }
            ordered.addAll(order.upTo(name));
        }
        List<Path> files = new ArrayList<>();
        for (String name : ordered) {
            Path file = modules.get(name);
            if (file != null) { // else it is built in, or was never there: the kernel will say
                files.add(file);
            }
        }
        return files;
    }

    /** How many bytes it takes on the disk. */
    public long size() {
        long size = 0;
        for (Checksums part : row.parts().values()) {
            size += part.size();
        }
        return size;
    }

    /** What is wrong with its files, held against what they were when they were written; null when nothing is. */
    public @Nullable String damage() throws IOException {
        for (Map.Entry<String, Checksums> part : row.parts().entrySet()) {
            Path file = folder.resolve(part.getKey());
            if (!Files.isRegularFile(file)) {
                return "its " + part.getKey() + " is missing";
            }
            if (!part.getValue().fit(file)) {
                return "its " + part.getKey() + " is not what was written there";
            }
        }
        return null;
    }
}
