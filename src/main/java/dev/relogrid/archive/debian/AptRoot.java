package dev.relogrid.archive.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A state folder of apt's for one suite: its indexes, whose signatures apt checks as it always does. The system's
 * sources, state, cache and hooks are not touched; how to reach the mirror (proxies, retries) is the machine's.
 */
final class AptRoot {
    private static final String KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

    /** What of the machine's configuration says how to fetch, as opposed to what. */
    private static final String TRANSPORT = "Acquire::(?!IndexTargets|Languages|GzipIndexes|PDiffs|Changelogs).*";

    private final String mirror;
    private final Apt apt;

    private AptRoot(Path folder, String mirror) {
        this.mirror = mirror;
        this.apt = Apt.with(folder.resolve("apt.conf"));
    }

    /** @param folder made when there is none; indexes in it that are still good are not fetched again */
    static AptRoot make(Path folder, String mirror, Suite suite, List<String> arches) throws IOException {
        Files.createDirectories(folder.resolve("lists/partial"));
        Files.createDirectories(folder.resolve("cache/archives/partial"));
        Files.writeString(folder.resolve("status"), "");
        Files.writeString(
                folder.resolve("sources.list"),
                "deb [arch=" + String.join(",", arches) + " signed-by=" + KEYRING + "] " + mirror + " " + suite
                        + " main\n");
        Files.writeString(folder.resolve("apt.conf"), configuration(folder, arches));
        return new AptRoot(folder, mirror);
    }

    private static String configuration(Path folder, List<String> arches) throws IOException {
        String transport = Apt.ofThisMachine()
                .config("dump")
                .said()
                .lines()
                .filter(line -> line.matches(TRANSPORT))
                .collect(Collectors.joining("\n"));
        String all = arches.stream().map(arch -> '"' + arch + "\"; ").collect(Collectors.joining());
        return transport + """

                Dir::Etc::main "/dev/null"; Dir::Etc::parts "/dev/null";
                Dir::State "%1$s"; Dir::State::lists "%1$s/lists"; Dir::State::status "%1$s/status";
                Dir::Cache "%1$s/cache"; Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";
                Dir::Etc::sourcelist "%1$s/sources.list"; Dir::Etc::sourceparts "/dev/null";
                Dir::Etc::preferencesparts "/dev/null"; Dir::Etc::preferences "/dev/null";
                APT::Architecture "%2$s"; APT::Architectures { %3$s};
                APT::Sandbox::User "root"; APT::Update::Error-Mode "any";
                Acquire::Languages "none"; Acquire::GzipIndexes "true"; Acquire::PDiffs "false";
                """.formatted(folder, arches.getFirst(), all);
    }

    /** Brings the indexes up to date. */
    Apt.Outcome update() throws IOException {
        return apt.get("-q", "update");
    }

    /** An index of packages, for one architecture. */
    record Index(String arch, Path file) {}

    /** Those the suite has; a suite need not have all architectures. */
    List<Index> indexes() throws IOException {
        List<Index> indexes = new ArrayList<>();
        String format = "$(ARCHITECTURE)|$(FILENAME)";
        String targets = apt.get("indextargets", "--format", format, "Created-By: Packages")
                .said();
        for (String line : targets.lines().toList()) {
            int bar = line.indexOf('|');
            if (bar > 0 && Files.exists(Path.of(line.substring(bar + 1)))) {
                indexes.add(new Index(line.substring(0, bar), Path.of(line.substring(bar + 1))));
            }
        }
        return indexes;
    }

    void read(Index index, BuildList builds) throws IOException {
        apt.index(index.file, content -> Stanzas.read(content, builds::accept));
    }

    /** Fetches a file of the pool, or the rest of it, and has apt hold it against the checksum of the index. */
    Apt.Outcome fetch(PoolFile file, Path to) throws IOException {
        return apt.helper("-q=2", "download-file", mirror + file.path(), to.toString(), "SHA256:" + file.sha256());
    }

    static boolean hasKeyring() {
        return Files.exists(Path.of(KEYRING));
    }
}
