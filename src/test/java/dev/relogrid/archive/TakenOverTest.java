package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.image.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive of a service has from the one that comes with the program, over upgrades. */
class TakenOverTest {
    private static final Packing.Progress QUIET = (what, done, all) -> {};

    @TempDir
    Path folder;

    private Path shipped;
    private Path mine;

    @BeforeEach
    void archives() throws IOException {
        shipped = folder.resolve("shipped");
        mine = folder.resolve("mine");
        ship("debian/bullseye/amd64/5.10.0-32-amd64", "debian/trixie/arm64/6.12.107+deb13-cloud-arm64");
    }

    /** Makes the shipped archive one pack with these kernels in it. */
    private void ship(String... ids) throws IOException {
        Archive sample = Archive.open(SampleArchive.dir());
        try (ArchiveWriter writer = ArchiveWriter.open(shipped)) {
            for (String id : ids) {
                writer.add(kernel(sample, id), true);
            }
            writer.pack(true, QUIET);
        }
    }

    private static NewKernel kernel(Archive archive, String id) throws IOException {
        CatalogEntry entry = archive.find(id);
        return new NewKernel(
                entry.id(),
                entry.origin(),
                new Extraction.Found(archive.vmlinuxBtf(entry), List.of()),
                archive.moduleBtf(entry));
    }

    private void takeOver() throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.open(mine)) {
            writer.takeOver(shipped);
        }
    }

    @Test
    void everythingShippedIsThereAndASecondTimeChangesNothing() throws IOException {
        Files.write(shipped.resolve(Measurements.FILE), new byte[] {1, 2, 3});
        takeOver();
        assertEquals(
                Archive.open(shipped).entries().stream().map(CatalogEntry::id).toList(),
                Archive.open(mine).entries().stream().map(CatalogEntry::id).toList());
        assertTrue(Archive.open(mine).damagedPacks().isEmpty());
        String digest = Archive.digest(mine);
        takeOver();
        assertEquals(digest, Archive.digest(mine));
        assertEquals(Archive.digest(shipped), digest);
    }

    @Test
    void kernelsAddedHereStayAndAnUpgradeReplacesWhatWasShipped() throws IOException {
        takeOver();
        try (ArchiveWriter writer = ArchiveWriter.open(mine)) {
            writer.add(
                    kernel(Archive.open(SampleArchive.dir()), "debian/trixie-backports/amd64/7.3.4+deb13-cloud-amd64"),
                    false);
        }
        String old = Archive.open(mine).packs().getFirst().sha256();
        ship("debian/bookworm/arm64/6.1.0-50-cloud-arm64");
        takeOver();
        Archive now = Archive.open(mine);
        assertEquals(4, now.entries().size());
        assertEquals(Archive.open(shipped).packs(), now.packs());
        assertFalse(Files.exists(Packs.file(mine, old)));
        assertNotEquals(Archive.digest(shipped), Archive.digest(mine));
    }

    @Test
    void whatWasMeasuredHereIsNotReplaced() throws IOException {
        Files.write(shipped.resolve(Measurements.FILE), new byte[] {1});
        takeOver();
        Files.write(mine.resolve(Measurements.FILE), new byte[] {2});
        Files.write(shipped.resolve(Measurements.FILE), new byte[] {3});
        takeOver();
        assertEquals(2, Files.readAllBytes(mine.resolve(Measurements.FILE))[0]);
    }

    @Test
    void whatWasMeasuredElsewhereIsRenewed() throws IOException {
        Files.write(shipped.resolve(Measurements.FILE), new byte[] {1});
        takeOver();
        Files.write(shipped.resolve(Measurements.FILE), new byte[] {3});
        takeOver();
        assertEquals(3, Files.readAllBytes(mine.resolve(Measurements.FILE))[0]);
    }

    @Test
    void looseKernelsAreTakenOverToo() throws IOException {
        Path loose = folder.resolve("loose");
        try (ArchiveWriter writer = ArchiveWriter.open(mine)) {
            writer.takeOver(SampleArchive.dir());
        }
        try (ArchiveWriter writer = ArchiveWriter.open(loose)) {
            writer.takeOver(mine);
        }
        Archive there = Archive.open(loose);
        assertEquals(13, there.entries().size());
        assertTrue(there.vmlinuxBtf(there.entries().getFirst()).length > 1_000_000);
    }
}
