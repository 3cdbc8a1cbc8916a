package dev.relogrid.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shipped kernels with measurements of one's own: the pack itself is not copied. */
public final class MeasuredArchive {
    private MeasuredArchive() {}

    /** An archive of the shipped kernels, of which nothing was measured yet. */
    public static Path in(Path dir) throws IOException {
        Files.copy(ShippedBtf.ARCHIVE.resolve(Archive.CATALOG), dir.resolve(Archive.CATALOG));
        Files.createSymbolicLink(
                dir.resolve(Packs.FOLDER),
                ShippedBtf.ARCHIVE.resolve(Packs.FOLDER).toAbsolutePath());
        return dir;
    }

    /** Has a kernel have said these, a fact and its value in turn. */
    public static void put(Path dir, String kernel, String... factsAndValues) throws IOException {
        MeasurementsFile.put(dir, KernelId.of(kernel), facts(factsAndValues));
    }

    static SortedMap<String, String> facts(String... factsAndValues) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (int i = 0; i < factsAndValues.length; i += 2) {
            facts.put(factsAndValues[i], factsAndValues[i + 1]);
        }
        return facts;
    }
}
