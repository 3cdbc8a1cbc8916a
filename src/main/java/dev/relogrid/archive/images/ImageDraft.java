package dev.relogrid.archive.images;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.image.BootableImage;
import dev.relogrid.archive.image.ConfigText;
import dev.relogrid.archive.image.ModuleFile;
import dev.relogrid.archive.source.ModuleChoice;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bootable kernel while its parts come together, in a temporary folder. Modules are laid aside as they are, because
 * which of them others need is known only when all have been there; then the wanted ones are unpacked.
 */
public final class ImageDraft implements AutoCloseable {
    private static final String ASIDE = "aside";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,100}");
    /** A kernel has 4,200 at most. */
    private static final int MOST_MODULES = 20_000;
    /** The largest kernel's modules have 600 MB unpacked. */
    private static final long MOST_MODULE_BYTES = 4L << 30;

    private final KernelImages images;
    private final Path folder;
    private final KernelId id;
    private final ModuleChoice choice;
    private final SortedMap<String, Path> aside = new TreeMap<>();
    private final List<String> damaged = new ArrayList<>();
    private @Nullable String image;
    private byte @Nullable [] config;
    private String packageName = "";
    private String version = "";
    private long moduleBytes;

    ImageDraft(KernelImages images, Path folder, KernelId id, ModuleChoice choice) throws IOException {
        this.images = images;
        this.folder = folder;
        this.id = id;
        this.choice = choice;
        Files.createDirectories(folder.resolve(ASIDE));
    }

    public KernelId id() {
        return id;
    }

    /** Where it comes from, each empty when not known. */
    public void from(String newPackageName, String newVersion) {
        packageName = newPackageName;
        version = newVersion;
    }

    boolean hasImage() {
        return image != null;
    }

    /** Whether no config has been there. */
    public boolean lacksConfig() {
        return config == null;
    }

    boolean wantsModules() {
        return choice != ModuleChoice.NONE;
    }

    /**
     * Takes a kernel; the first counts.
     *
     * @throws MalformedInput when it is damaged, or no kernel that can be booted
     */
    public void image(String name, byte[] file) {
        if (image == null) {
            BootableImage bootable = BootableImage.of(id.arch(), name, file);
            write(folder.resolve(bootable.form().fileName()), bootable.bytes());
            image = bootable.form().fileName();
            config = config != null ? config : bootable.config();
        }
    }

    /** Takes a config, which counts more than the one the kernel may carry. */
    public void config(String name, byte[] file) {
        config = ConfigText.of(name, file);
    }

    /** Takes a module by the path of its file, compressed or not; of several with the same name the first. */
    public void module(Path path, byte[] file) {
        String name = KernelFiles.moduleName(path);
        if (!NAME.matcher(name).matches() || aside.containsKey(name)) {
            return;
        }
        if (aside.size() >= MOST_MODULES) {
            throw new MalformedInput(path.toString(), 0, "at most " + MOST_MODULES + " modules", "more");
        }
        Path to = folder.resolve(ASIDE).resolve(name);
        write(to, file);
        aside.put(name, to);
    }

    /** Modules that were wanted and could not be read, each with the reason; of no use, and no reason to fail. */
    public List<String> damaged() {
        return List.copyOf(damaged);
    }

    /**
     * Makes it a kernel of the folder, in place of one that was there.
     *
     * @throws ArchiveProblem when it has no image
     */
    public StoredImage finish() throws IOException {
        String found = image;
        if (found == null) {
            throw new ArchiveProblem("there is no kernel image of " + id.release());
        }
        SortedMap<String, List<String>> needs = unpackModules();
        KernelImages.deleteAll(folder.resolve(ASIDE));
        byte[] text = config;
        if (text != null) {
            write(folder.resolve("config"), text);
        }
        if (!needs.isEmpty()) {
            write(folder.resolve(ModuleOrder.FILE), ModuleOrder.of(needs).text().getBytes(StandardCharsets.UTF_8));
        }
        var row = new ImageRecord(id, packageName, version, found, checksums());
        write(folder.resolve(ImageRecord.FILE), row.bytes());
        return images.take(folder, id);
    }

    /** What each module that was wanted, or is needed by one, needs itself. */
    private SortedMap<String, List<String>> unpackModules() {
        SortedMap<String, List<String>> needs = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (String name : aside.keySet()) {
            if (choice.takes(name)) {
                open.add(name);
            }
        }
        while (!open.isEmpty()) {
            String name = open.remove();
            Path file = aside.get(name);
            if (file != null && !needs.containsKey(name)) {
                List<String> others = unpack(name, file);
                needs.put(name, others);
                open.addAll(others);
            }
        }
        needs.keySet().removeIf(name -> Files.notExists(module(name)));
        return needs;
    }

    private List<String> unpack(String name, Path file) {
        try {
            ModuleFile module = ModuleFile.of(name + ".ko", Files.readAllBytes(file));
            moduleBytes += module.elf().length;
            if (moduleBytes > MOST_MODULE_BYTES) {
                throw new ArchiveProblem("modules of " + id + " unpack to more than " + MOST_MODULE_BYTES + " bytes");
            }
            write(module(name), module.elf());
            Files.deleteIfExists(file);
            List<String> others = new ArrayList<>(module.needs());
            module.wants().forEach(wanted -> others.addAll(named(wanted)));
            return others;
        } catch (MalformedInput e) {
            damaged.add(String.valueOf(e.getMessage()));
            return List.of();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Modules look for others by an alias too; of algorithms it is the name of the plain one without its ending. */
    private List<String> named(String wanted) {
        for (String name : List.of(wanted, wanted + "_generic")) {
            if (aside.containsKey(name)) {
                return List.of(name);
            }
        }
        return List.of();
    }

    private Path module(String name) {
        return folder.resolve("modules").resolve(name + ".ko");
    }

    private SortedMap<String, Checksums> checksums() throws IOException {
        SortedMap<String, Checksums> parts = new TreeMap<>();
        for (Path file : KernelImages.filesBelow(folder)) {
            parts.put(folder.relativize(file).toString(), Checksums.of(file));
        }
        return parts;
    }

    private void write(Path to, byte[] bytes) {
        try {
            Files.createDirectories(to.resolveSibling("."));
            Path part = Files.write(to.resolveSibling(to.getFileName() + ".part"), bytes);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static ArchiveProblem unwritable(IOException e) {
        return new ArchiveProblem("cannot write a kernel's image: " + e);
    }

    /** Leaves nothing behind unless it was finished. */
    @Override
    public void close() throws IOException {
        KernelImages.deleteAll(folder);
    }
}
