package dev.relogrid.bench;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationPass;
import dev.relogrid.engine.verdict.RelocationResult;
import java.io.IOException;
import java.nio.ByteOrder;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long do all relocations of one object take against one kernel, patched instructions included? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResolveObjectBenchmark {
    private @Nullable ObjectSpecs specs;
    private @Nullable OneKernel kernel;

    private record OneKernel(String id, Btf vmlinux) implements Kernel {
        @Override
        public List<NamedBtf> modules() {
            return List.of();
        }
    }

    @Setup
    public void load() throws IOException {
        Btf vmlinux = Btf.parse(Bytes.of(".BTF", BenchInputs.btf(), ByteOrder.LITTLE_ENDIAN));
        vmlinux.buildIndex();
        kernel = new OneKernel("kernel", vmlinux);
        specs = ObjectSpecs.of(BpfObject.parse(Bytes.of("object", BenchInputs.object(), ByteOrder.LITTLE_ENDIAN)));
    }

    /** What every further kernel costs. */
    @Benchmark
    public List<RelocationResult> resolve() {
        return RelocationPass.run(Objects.requireNonNull(specs), Objects.requireNonNull(kernel));
    }

    /** The same with the access strings read anew, as libbpf has to for every kernel. */
    @Benchmark
    public List<RelocationResult> parseSpecsAndResolve() {
        ObjectSpecs fresh = ObjectSpecs.of(Objects.requireNonNull(specs).object());
        return RelocationPass.run(fresh, Objects.requireNonNull(kernel));
    }
}
