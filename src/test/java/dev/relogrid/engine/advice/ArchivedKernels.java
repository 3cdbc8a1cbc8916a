package dev.relogrid.engine.advice;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The oldest and the newest amd64 kernel of each series in the archive, in the order of releases. */
final class ArchivedKernels {
    private static @Nullable List<Archived> all;

    private ArchivedKernels() {}

    /**
     * A kernel.
     *
     * @param version of its series, {@code 6.12}
     * @param newest whether it is the newest of its series
     */
    record Archived(String version, boolean newest, StoredKernel kernel, Btf btf) {
        boolean isBefore(String other) {
            return number(version) < number(other);
        }

        @Override
        public String toString() {
            return kernel.id();
        }
    }

    static synchronized List<Archived> all() {
        if (all == null) {
            Archive archive = Archive.open(ShippedBtf.ARCHIVE);
            List<CatalogEntry> entries = new ArrayList<>();
            for (CatalogEntry entry : archive.entries()) {
                String release = entry.id().release();
                boolean plain = !release.contains("-rt-") && !release.contains("-cloud-");
                if (entry.id().arch().equals("amd64") && entry.btf() != null && plain) {
                    entries.add(entry);
                }
            }
            entries.sort((a, b) -> Arrays.compare(numbers(a.id().release()), numbers(b.id().release())));
            List<Archived> kernels = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                String series = series(entries.get(i));
                boolean oldest = i == 0 || !series(entries.get(i - 1)).equals(series);
                boolean newest =
                        i + 1 == entries.size() || !series(entries.get(i + 1)).equals(series);
                if (oldest || newest) {
                    StoredKernel kernel = archive.kernel(entries.get(i));
                    kernels.add(new Archived(series, newest, kernel, Objects.requireNonNull(kernel.vmlinux())));
                }
            }
            all = List.copyOf(kernels);
        }
        return all;
    }

    /** The newest of each series. */
    static List<Archived> newest() {
        return all().stream().filter(Archived::newest).toList();
    }

    private static String series(CatalogEntry entry) {
        int[] numbers = numbers(entry.id().release());
        return numbers[0] + "." + numbers[1];
    }

    private static int[] numbers(String release) {
        return Arrays.stream(release.split("[^0-9]+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** For comparing versions of two numbers. */
    private static int number(String version) {
        int[] numbers = numbers(version);
        return numbers[0] * 1000 + numbers[1];
    }
}
