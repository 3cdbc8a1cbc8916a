package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds builds on the mirror: in their own suite; when that has them no more in the other parts of the same release,
 * for what was in security may be in a point release now; at last in all suites.
 */
final class BuildSearch {
    private final Path work;
    private final Path indexes;
    private final ImageListener listener;
    private final List<Indexes.SuiteBuilds> known = new ArrayList<>();
    private final Set<String> read = new TreeSet<>();
    private @Nullable ArchiveProblem problem;

    /** @param indexes for apt's state */
    BuildSearch(Path work, Path indexes, ImageListener listener) {
        this.work = work;
        this.indexes = indexes;
        this.listener = listener;
    }

    /**
     * What was found.
     *
     * @param build null when there is none
     * @param root of apt, which fetches it; null when there is none
     * @param why there is none; empty when there is
     */
    record Found(
            WantedImage wanted,
            @Nullable KernelBuild build,
            @Nullable AptRoot root,
            String why) {}

    /** In the order of {@code wanted}. */
    List<Found> find(List<WantedImage> wanted) throws IOException {
        read(wanted, (image, suite) -> image.id().suite().equals(suite));
        read(
                missing(wanted),
                (image, suite) -> codename(suite).equals(codename(image.id().suite())));
        read(missing(wanted), (image, suite) -> true);
        ArchiveProblem none = problem;
        if (known.isEmpty() && none != null) {
            throw none;
        }
        return wanted.stream().map(this::found).toList();
    }

    /** Which suites may have a kernel. */
    private interface Place {
        boolean mayHave(WantedImage image, String suite);
    }

    private void read(List<WantedImage> wanted, Place place) throws IOException {
        Set<String> suites = new TreeSet<>();
        Set<String> arches = new TreeSet<>();
        for (WantedImage image : wanted) {
            arches.add(image.id().arch());
            for (Suite suite : Suite.ALL) {
                if (!read.contains(suite.name()) && place.mayHave(image, suite.name())) {
                    suites.add(suite.name());
                }
            }
        }
        if (suites.isEmpty()) {
            return;
        }
        var request = new SyncRequest(List.copyOf(suites), List.copyOf(arches), ModulePolicy.NONE, work, work);
        try {
            known.addAll(new Indexes(request, indexes, new Reading(listener)).read());
        } catch (ArchiveProblem e) {
            problem = e; // another suite may do
        }
        read.addAll(suites);
    }

    private List<WantedImage> missing(List<WantedImage> wanted) {
        return wanted.stream().filter(image -> !found(image).why().isEmpty()).toList();
    }

    private Found found(WantedImage wanted) {
        Found own = found(wanted, suite -> suite.equals(wanted.id().suite()));
        return own != null ? own : anywhere(wanted);
    }

    private Found anywhere(WantedImage wanted) {
        Found other = found(wanted, suite -> true);
        if (other != null) {
            return other;
        }
        for (Indexes.SuiteBuilds suite : known) {
            for (KernelBuild build : suite.builds()) {
                if (build.id().equals(wanted.id())) {
                    return new Found(
                            wanted,
                            null,
                            null,
                            "the mirror has " + build.version() + " of it by now, and the archive " + wanted.version()
                                    + ", which is another build (--from takes packages you have)");
                }
            }
        }
        return new Found(
                wanted, null, null, "the mirror no longer has this build (--from takes packages you have of it)");
    }

    private @Nullable Found found(WantedImage wanted, Predicate<String> suites) {
        for (Indexes.SuiteBuilds suite : known) {
            for (KernelBuild build : suite.builds()) {
                if (suites.test(build.id().suite()) && wanted.isBuild(build)) {
                    return new Found(wanted, build, suite.root(), "");
                }
            }
        }
        return null;
    }

    private static String codename(String suite) {
        int dash = suite.indexOf('-');
        return dash < 0 ? suite : suite.substring(0, dash);
    }
}
