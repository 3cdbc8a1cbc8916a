package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import org.springframework.stereotype.Component;

/** Finds what a run is about. */
@Component
record RunInput(Objects objects, LoadProfiles profiles, KernelArchive archives) {

    StoredObject object(Run run) {
        return objects.get(run.objectId());
    }

    LoadProfile profile(Run run) {
        return profiles.get(run.profileId());
    }

    /**
     * The archive as it is on this node.
     *
     * @throws IllegalStateException when it is older than the one the run is for: another node, or a later time, may do
     */
    ArchiveState archive(Run run) {
        ArchiveState archive = archives.current();
        if (archive.snapshot().id() < run.snapshotId()) {
            archive = archives.reload();
        }
        if (archive.snapshot().id() < run.snapshotId()) {
            throw new IllegalStateException("the archive of this node is older than the one the run is for");
        }
        return archive;
    }
}
