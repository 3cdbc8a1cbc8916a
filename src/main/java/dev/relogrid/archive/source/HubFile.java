package dev.relogrid.archive.source;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files of a BTFHub tree: {@code distro/version/arch/release.btf.tar.xz}, whose path is all they say about it. */
final class HubFile {
    static final String SUFFIX = ".btf.tar.xz";
    private static final int DEPTH = 8;

    private HubFile() {}

    static boolean isOne(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    /** All of them in that folder and below, sorted; links are not followed. */
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            List<Path> found = files.filter(file -> isOne(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new ArchiveProblem("no distro/version/arch/release" + SUFFIX + " in " + folder);
            }
            return found;
        }
    }

    static NewKernel read(Path file, ImportOptions options) throws IOException {
        KernelId given = options.id();
        KernelId id = given != null ? given : id(file.toAbsolutePath().normalize(), options);
        var origin = new Origin("", "", "", List.of("btfhub-archive"));
        return new NewKernel(id, origin, KernelFiles.extract(file), new TreeMap<>());
    }

    private static KernelId id(Path file, ImportOptions options) {
        int parts = file.getNameCount();
        if (parts < 4) {
            throw new ArchiveProblem(file + " is not in a folder distro/version/arch: give --id");
        }
        String release = file.getFileName().toString();
        String distro = options.distro();
        String suite = options.suite();
        return new KernelId(
                distro != null ? distro : file.getName(parts - 4).toString(),
                suite != null ? suite : file.getName(parts - 3).toString(),
                Architectures.canonical(file.getName(parts - 2).toString()),
                release.substring(0, release.length() - SUFFIX.length()));
    }
}
