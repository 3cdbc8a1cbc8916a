package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The indexes of the suites somebody asked for; what cannot be read is named and passed over. */
final class Indexes {
    private final SyncRequest request;
    private final Path folder;
    private final SyncListener listener;
    private int passedOver;
    private boolean missing;

    /** @param folder for apt's state */
    Indexes(SyncRequest request, Path folder, SyncListener listener) {
        this.request = request;
        this.folder = folder;
        this.listener = listener;
    }

    /** All builds of one suite, and the apt that fetches them. */
    record SuiteBuilds(List<KernelBuild> builds, AptRoot root) {}

    /** How many suites, or architectures of suites, were passed over. */
    int passedOver() {
        return passedOver;
    }

    /** Whether one of them was asked for by name, or nothing that was is there. */
    boolean missing() {
        return missing;
    }

    /** @throws ArchiveProblem when apt is not there, knows no mirror, or no suite at all could be read */
    List<SuiteBuilds> read() throws IOException {
        Mirror mirror = Mirror.ofThisMachine();
        if (!AptRoot.hasKeyring()) {
            throw new ArchiveProblem("Debian's signatures cannot be checked: install debian-archive-keyring");
        }
        List<SuiteBuilds> found = new ArrayList<>();
        String why = "";
        for (Suite suite : request.wantedSuites()) {
            listener.reading(suite.name());
            String uri = mirror.of(suite);
            String problem = uri == null ? "apt's configuration has no mirror for it" : read(suite, uri, found);
            if (problem != null) {
                passOver(suite.name(), problem, !request.suites().isEmpty());
                why = problem;
            }
        }
        if (found.isEmpty()) {
            throw new ArchiveProblem("no suite of Debian could be read; the last one because: " + why);
        }
        missing |= named() && found.stream().allMatch(suite -> suite.builds().isEmpty());
        return found;
    }

    private void passOver(String what, String why, boolean named) {
        passedOver++;
        missing |= named;
        listener.passedOver(what, why);
    }

    /** All architectures at once, which is faster; when that fails one by one, for one may be out of step alone. */
    private @Nullable String read(Suite suite, String uri, List<SuiteBuilds> found) throws IOException {
        List<String> arches = request.wantedArches();
        AptRoot root = AptRoot.make(folder.resolve(suite.name()), uri, suite, arches);
        Apt.Outcome outcome = root.update();
        BuildList builds = new BuildList(suite);
        if (!outcome.failed()) {
            take(suite, root, arches, builds);
            found.add(new SuiteBuilds(builds.builds(), root));
            return null;
        }
        if (arches.size() == 1 || outcome.said().contains("does not have a Release file")) {
            return outcome.why();
        }
        return oneByOne(suite, uri, builds, found);
    }

    private @Nullable String oneByOne(Suite suite, String uri, BuildList builds, List<SuiteBuilds> found)
            throws IOException {
        AptRoot good = null;
        List<String[]> bad = new ArrayList<>();
        for (String arch : request.wantedArches()) {
            Path own = folder.resolve(suite.name() + "." + arch);
            AptRoot root = AptRoot.make(own, uri, suite, List.of(arch));
            Apt.Outcome outcome = root.update();
            if (outcome.failed()) {
                bad.add(new String[] {arch, outcome.why()});
            } else {
                take(suite, root, List.of(arch), builds);
                good = root;
            }
        }
        if (good == null) {
            return bad.getFirst()[1];
        }
        for (String[] one : bad) {
            passOver(suite + "/" + one[0], one[1], named());
        }
        found.add(new SuiteBuilds(builds.builds(), good));
        return null;
    }

    private void take(Suite suite, AptRoot root, List<String> arches, BuildList builds) throws IOException {
        List<AptRoot.Index> indexes = root.indexes();
        for (AptRoot.Index index : indexes) {
            root.read(index, builds);
        }
        for (String arch : arches) {
            if (named() && indexes.stream().noneMatch(index -> index.arch().equals(arch))) {
                passOver(suite + "/" + arch, "the suite does not have this architecture", false);
            }
        }
    }

    /** Whether suites and architectures were both asked for by name, so that any pair of them is missed. */
    private boolean named() {
        return Stream.of(request.suites(), request.arches()).noneMatch(List::isEmpty);
    }
}
