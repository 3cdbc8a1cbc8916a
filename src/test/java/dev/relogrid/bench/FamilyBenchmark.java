package dev.relogrid.bench;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long does one object take on many packed kernels in a process that has been at it for a while? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class FamilyBenchmark {
    /** How many kernels, spread over the archive; 0 for all. */
    @Param({"0"})
    private int kernels;

    private byte[] object = {};
    private @Nullable KernelFamily family;
    private BitSet wanted = new BitSet();

    @Setup
    public void open() throws IOException {
        object = BenchInputs.object();
        Archive archive = Archive.open(ArchiveLocation.of(null));
        List<CatalogEntry> packed = archive.entries().stream()
                .filter(entry -> entry.place() != null)
                .toList();
        int count = kernels == 0 ? packed.size() : kernels;
        for (int i = 0; i < count; i++) {
            CatalogEntry entry = packed.get((int) ((long) i * packed.size() / count));
            StoredKernel.Membership place =
                    Objects.requireNonNull(archive.kernel(entry).membership());
            family = place.family();
            wanted.set(place.index());
        }
    }

    /** From the object's bytes to one verdict a kernel. */
    @Benchmark
    public List<KernelVerdict> judge() {
        BpfObject parsed = BpfObject.parse(Bytes.of("object", object, ByteOrder.LITTLE_ENDIAN));
        return new FamilyJudge(new Judge(ObjectSpecs.of(parsed))).on(Objects.requireNonNull(family), wanted);
    }
}
