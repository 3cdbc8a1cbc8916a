package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.fixture.RealObjects;
import dev.relogrid.fixture.RecordedFamily;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every real object on some archived kernels, as a family and one by one. What was compared is printed. */
final class FamilyOnRealObjectsTest {
    private static final int LEAST_PAIRS = 1000;
    /** Held in memory all at once, modules included. */
    private static final int MOST_KERNELS = 16;

    /** A kernel whose types are read once. */
    private record Loaded(
            String id,
            @Nullable Btf vmlinux,
            @Nullable String noBtf,
            List<NamedBtf> modules,
            @Nullable Kconfig config,
            @Nullable KernelSymbols symbols,
            @Nullable Measured measured,
            @Nullable String version)
            implements Kernel {
        static Loaded of(StoredKernel kernel) {
            return new Loaded(
                    kernel.id(),
                    kernel.vmlinux(),
                    kernel.noBtf(),
                    kernel.modules(),
                    kernel.config(),
                    kernel.symbols(),
                    kernel.measured(),
                    kernel.version());
        }
    }

    @Test
    void sameVerdicts() throws Exception {
        List<StoredKernel> stored = Archive.open(ShippedFiles.ARCHIVE).kernels();
        int step = (stored.size() + MOST_KERNELS - 1) / MOST_KERNELS;
        List<Loaded> kernels = new ArrayList<>();
        for (int i = 0; i < stored.size(); i += step) {
            kernels.add(Loaded.of(stored.get(i)));
        }
        int pairs = 0;
        int asks = 0;
        for (Path file : RealObjects.all()) {
            Bytes bytes = Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN);
            ObjectSpecs specs = ObjectSpecs.of(BpfObject.parse(bytes));
            Judge judge = new Judge(specs);
            List<KernelVerdict> expected =
                    kernels.stream().map(kernel -> judge.on(kernel).verdict()).toList();
            RecordedFamily family = new RecordedFamily(kernels);
            assertEquals(expected, new FamilyJudge(new Judge(specs)).on(family), file::toString);
            pairs += expected.size();
            asks += family.asks();
        }
        System.out.println("families: " + pairs + " verdicts as one by one, " + asks + " questions");
        assertTrue(pairs >= LEAST_PAIRS, "too little was compared");
    }
}
