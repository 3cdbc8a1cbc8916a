package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.fixture.RealObjects;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Programs that ask for the kernel's version are not walked for each of dozens of versions, but once for all between which
 * no comparison changes. That gives what walking them for each would give.
 */
final class VersionSharingTest {
    private static final Path SHIPPED = Path.of("btf-archive");
    private static final int STEP = 17;
    private static final int LEAST_PAIRS = 100;

    private static boolean asksForTheVersion(BpfObject object) {
        return object.externs().stream().anyMatch(extern -> extern.name().equals("LINUX_KERNEL_VERSION"));
    }

    @Test
    void everyVersionHasTheVerdictItHasAlone() throws Exception {
        List<StoredKernel> kernels = Archive.open(SHIPPED).kernels().stream()
                .filter(kernel -> kernel.id().contains("/amd64/"))
                .toList();
        StoredKernel.Membership first =
                Objects.requireNonNull(kernels.getFirst().membership());
        BitSet wanted = new BitSet();
        kernels.forEach(
                kernel -> wanted.set(Objects.requireNonNull(kernel.membership()).index()));
        int pairs = 0;
        for (Path file : RealObjects.all()) {
            BpfObject object =
                    BpfObject.parse(Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN));
            if (!asksForTheVersion(object)) {
                continue;
            }
            ObjectSpecs specs = ObjectSpecs.of(object);
            List<KernelVerdict> together = new FamilyJudge(new Judge(specs)).on(first.family(), wanted);
            int at = 0;
            for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
                if (at % STEP == 0) {
                    assertEquals(
                            new Judge(specs).on(first.family().ask(i).kernel()).verdict(),
                            together.get(at),
                            file::toString);
                    pairs++;
                }
                at++;
            }
        }
        int compared = pairs;
        assertTrue(compared >= LEAST_PAIRS, () -> "only " + compared + " pairs were compared");
    }
}
