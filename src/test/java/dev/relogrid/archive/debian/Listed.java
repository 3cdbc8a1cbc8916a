package dev.relogrid.archive.debian;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The builds in pieces of real indexes, which are beside the tests as {@code SUITE.Packages}. */
final class Listed {
    private Listed() {}

    static List<KernelBuild> in(String suite) throws IOException {
        BuildList builds = new BuildList(Suite.of(suite));
        try (InputStream index = Listed.class.getResourceAsStream(suite + ".Packages")) {
            Stanzas.read(Objects.requireNonNull(index), builds::accept);
        }
        return builds.builds();
    }

    static KernelBuild only(String suite, String release) throws IOException {
        return in(suite).stream()
                .filter(build -> build.id().release().equals(release))
                .findFirst()
                .orElseThrow();
    }
}
