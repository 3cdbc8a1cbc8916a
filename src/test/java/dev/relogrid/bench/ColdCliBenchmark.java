package dev.relogrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** How long does a person wait for one object on all kernels, with nothing running yet? Beside libbpf, once per kernel. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class ColdCliBenchmark {
    private Path object = Path.of("");
    private List<Path> kernels = List.of();

    @Setup
    public void write() throws IOException {
        object = Files.write(Files.createTempFile("bench", ".bpf.o"), BenchInputs.object());
        object.toFile().deleteOnExit();
        kernels = BenchInputs.kernelFiles();
    }

    @Benchmark
    public int check() throws IOException, InterruptedException {
        return run(List.of("./relogrid", "check", object.toString()));
    }

    @Benchmark
    public int libbpf() throws IOException, InterruptedException {
        int codes = 0;
        for (Path kernel : kernels) {
            codes += run(List.of("target/oracle/relo-oracle", object.toString(), kernel.toString()));
        }
        return codes;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(new ArrayList<>(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code > 1) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return code;
    }
}
