package dev.relogrid.bench;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/** How long until the types of a whole kernel can be asked by name? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBtfBenchmark {
    private Path file = Path.of("");
    private byte[] bytes = {};

    @Setup
    public void load() throws IOException {
        bytes = BenchInputs.btf();
        file = Files.write(Files.createTempFile("bench", ".btf"), bytes);
        file.toFile().deleteOnExit();
    }

    @Benchmark
    public Btf parse() {
        return parse(bytes);
    }

    /** As libbpf does it: the file is read, too. */
    @Benchmark
    public Btf readAndParse() throws IOException {
        return parse(Files.readAllBytes(file));
    }

    private static Btf parse(byte[] section) {
        Btf btf = Btf.parse(Bytes.of(".BTF", section, ByteOrder.LITTLE_ENDIAN));
        btf.buildIndex();
        return btf;
    }
}
