package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import java.nio.file.Path;
import java.util.List;

/**
 * What somebody wants brought into an archive.
 *
 * @param suites by codename; empty for all there are
 * @param arches by Debian's names; empty for those whose kernels have BTF
 * @param modules which kernels get modules
 * @param work a folder for indexes and packages, made when there is none; kept from one run to the next
 * @param archive the archive's folder, made when there is none
 */
public record SyncRequest(List<String> suites, List<String> arches, ModulePolicy modules, Path work, Path archive) {
    /** @throws ArchiveProblem when a suite or an architecture is unknown */
    public SyncRequest {
        suites = List.copyOf(suites);
        arches = List.copyOf(arches);
        suites.forEach(Suite::of);
        arches.forEach(DebianArch::of);
        work = work.toAbsolutePath().normalize();
    }

    List<Suite> wantedSuites() {
        return suites.isEmpty()
                ? Suite.ALL
                : suites.stream().map(Suite::of).distinct().toList();
    }

    List<String> wantedArches() {
        return arches.isEmpty()
                ? DebianArch.WITH_BTF
                : arches.stream().distinct().toList();
    }
}
