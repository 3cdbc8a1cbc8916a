package dev.relogrid.bench;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The kernel and the object the benchmarks are about; and, for ci/bench, the files it shows to both sides. */
public final class BenchInputs {
    private static final String FOLDER = "target/bench/input";
    private static final int KERNELS = 30;
    private static final String NEWEST = "debian/trixie-backports/amd64/7.3.4+deb13-cloud-amd64";

    private BenchInputs() {}

    /** Raw BTF: {@code $RELOGRID_BENCH_BTF}, or that of the newest kernel in {@link #kernels}. */
    static byte[] btf() throws IOException {
        String given = System.getenv("RELOGRID_BENCH_BTF");
        if (given != null) {
            return Files.readAllBytes(Path.of(given));
        }
        return Objects.requireNonNull(kernels().getLast().vmlinux()).raw();
    }

    /** {@code $RELOGRID_BENCH_OBJECT}, or one of our own samples. */
    static byte[] object() throws IOException {
        String given = System.getenv("RELOGRID_BENCH_OBJECT");
        return Files.readAllBytes(Path.of(given != null ? given : "src/test/bpf/samples/ctime.bpf.o"));
    }

    /** As many kernels as a cold check of all is measured in: spread over those of amd64, and last the one for all else. */
    private static List<StoredKernel> kernels() {
        Archive archive = Archive.open(ArchiveLocation.of(null));
        List<CatalogEntry> all = archive.entries().stream()
                .filter(entry -> entry.btf() != null && entry.id().arch().equals("amd64"))
                .toList();
        List<StoredKernel> spread = new ArrayList<>();
        for (int i = 0; i < KERNELS - 1; i++) {
            spread.add(archive.kernel(all.get((int) ((long) i * all.size() / KERNELS))));
        }
        spread.add(archive.kernel(NEWEST));
        return spread;
    }

    /** Writes the BTF of thirty kernels. */
    static List<Path> kernelFiles() throws IOException {
        Path folder = Files.createDirectories(Path.of(FOLDER));
        List<Path> files = new ArrayList<>();
        for (StoredKernel kernel : kernels()) {
            Btf btf = kernel.vmlinux();
            if (btf != null) {
                files.add(Files.write(folder.resolve(kernel.id().replace('/', '_') + ".btf"), btf.raw()));
            }
        }
        return files;
    }

    /** Writes the kernels, and ten libbpf-tools objects: from one of few to one of many relocations. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(FOLDER);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        kernelFiles();
        List<Sized> tools = tools();
        for (int percentile = 5; percentile < 100; percentile += 10) {
            Sized one = tools.get(tools.size() * percentile / 100);
            Files.copy(
                    one.file,
                    folder.resolve(one.relocations + "-" + one.file.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private record Sized(Path file, int relocations) {}

    private static List<Sized> tools() throws IOException {
        List<Sized> tools = new ArrayList<>();
        for (Path file : RealObjects.all()) {
            byte[] bytes = Files.readAllBytes(file);
            if (file.toString().contains("libbpf-tools") && bytes[5] == 1) {
                Bytes object = Bytes.of(file.toString(), bytes, ByteOrder.LITTLE_ENDIAN);
                int relocations = BpfObject.parse(object).relocations().size();
                if (relocations > 0) {
                    tools.add(new Sized(file, relocations));
                }
            }
        }
        tools.sort(Comparator.comparingInt(Sized::relocations).thenComparing(Sized::file));
        return tools;
    }
}
