package dev.relogrid.report;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The shipped sample objects, judged on kernels of the shipped archive. */
public final class Samples {
    /** All that are shipped, in their order. */
    public static final List<StoredKernel> KERNELS =
            Archive.open(Path.of("btf-archive")).kernels();

    private static final String SHA = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9";

    private Samples() {}

    /** On all kernels. */
    public static Report report(String sample) {
        return report(sample, id -> true);
    }

    /** On some. */
    public static Report report(String sample, Predicate<String> wanted) {
        List<StoredKernel> kernels = new ArrayList<>();
        for (StoredKernel kernel : KERNELS) {
            if (wanted.test(kernel.id())) {
                kernels.add(kernel);
            }
        }
        return Reports.judge(specs(sample), Presets.NONE, sample + ".bpf.o", SHA, kernels);
    }

    static ObjectSpecs specs(String sample) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("src/test/bpf/samples", sample + ".bpf.o"));
            return ObjectSpecs.of(BpfObject.parse(Bytes.of(sample, bytes, ByteOrder.LITTLE_ENDIAN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
