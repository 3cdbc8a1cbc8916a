package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Remedies;
import dev.relogrid.report.kernels.KernelRanges;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kernels a check would boot, on all that are shipped. */
final class TellingKernelsTest {
    private static final List<StoredKernel> KERNELS =
            Archive.open(Path.of("btf-archive")).kernels();

    @TempDir
    private Path dir = Path.of("");

    private CheckedObject object = sample();

    private static CheckedObject sample() {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(BootableCorpus.sample("guarded")));
            BpfObject object = BpfObject.parse(Bytes.of("object", bytes, ByteOrder.LITTLE_ENDIAN));
            return new CheckedObject("guarded", null, object, Presets.NONE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Old kernels break, those for s390x are not known, the others load. */
    @BeforeEach
    void judge() {
        object = sample();
        for (StoredKernel kernel : KERNELS) {
            boolean old = kernel.id().contains("/5.10.0-");
            boolean mainframe = kernel.id().contains("/s390x/");
            Verdict verdict = mainframe ? Verdict.UNKNOWN : old ? Verdict.BROKEN : Verdict.OK;
            object.judged()
                    .add(new KernelVerdict(kernel.id(), verdict, mainframe ? "who knows" : "", List.of(), List.of()));
        }
        object.conclude(Remedies.none());
    }

    private TellingKernels telling(int most, boolean fetch) {
        return new TellingKernels(most, KernelImages.open(dir), fetch, KERNELS);
    }

    @Test
    void theWorstComesFirstThenTheNewestAndTheOldest() {
        TellingKernels telling = telling(3, true);
        List<String> chosen = telling.choose(List.of(object)).stream()
                .map(target -> target.id().toString())
                .toList();
        assertEquals(3, chosen.size());
        assertTrue(chosen.getFirst().contains("/5.10.0-"), chosen::toString);
        assertTrue(chosen.getFirst().contains("-cloud-"), "a small image will do: " + chosen);
        int newest = KERNELS.stream()
                .filter(kernel -> kernel.id().contains("/amd64/") || kernel.id().contains("/arm64/"))
                .mapToInt(kernel -> KernelRanges.version(kernel.id()))
                .max()
                .orElseThrow();
        assertEquals(newest, KernelRanges.version(chosen.get(1)));
        assertTrue(chosen.get(2).contains("/5.10."), chosen::toString);
        assertEquals(1, telling.passedOver().size());
        assertTrue(
                telling.passedOver()
                        .values()
                        .iterator()
                        .next()
                        .startsWith("only amd64 and arm64 kernels can be booted"),
                telling.passedOver()::toString);
    }

    @Test
    void oneIsEnoughForWhatAllSay() {
        CheckedObject other = sample();
        other.conclude(Remedies.none());
        assertEquals(1, telling(1, true).choose(List.of(object, other)).size());
        assertEquals(List.of(), telling(4, false).choose(List.of(object)));
    }
}
