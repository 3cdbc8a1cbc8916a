package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.relogrid.archive.ArchiveBlobs;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real kernels as their packages have them: {@code target/corpus/kernels/SUITE/ARCH/RELEASE/vmlinuz}. */
final class CorpusKernelsTest {
    private static final Path CORPUS = Path.of("target", "corpus", "kernels");

    private static final Map<Path, Extraction.Found> FOUND = new ConcurrentHashMap<>();

    static List<Path> images() {
        return files("vmlinuz");
    }

    static List<Path> modules() {
        return Stream.of(".ko", ".ko.xz", ".ko.zst")
                .flatMap(suffix -> files(suffix).stream())
                .filter(module -> Files.exists(imageOf(module)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("images")
    void imageHoldsTheKernelsTypes(Path image) {
        byte[] btf = extract(image).btf();

        assertTrue(ShippedBtf.hasTaskStruct(Btf.parse(bytes(image, btf))), image::toString);
        Path release = Objects.requireNonNull(image.getParent());
        String id = "debian/" + CORPUS.relativize(release).toString();
        ArchiveBlobs.sha256OfVmlinux(id).ifPresent(sha256 -> assertEquals(sha256, ArchiveBlobs.sha256(btf), id));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleIsSplitOverItsKernel(Path module) throws IOException {
        Path image = imageOf(module);
        Btf base = Btf.parse(bytes(image, extract(image).btf()));
        Extraction extraction = KernelImage.extract(module.toString(), Files.readAllBytes(module));

        if (extraction instanceof Extraction.Found found) {
            Btf split = Btf.parseSplit(bytes(module, found.btf()), base);
            assertEquals(base.typeCount(), split.startId());
        } else {
            // no module of 5.10 has BTF; all later ones do
            assertTrue(image.toString().contains("/5.10."), module::toString);
        }
    }

    @Test
    void everyKindOfImageIsThere() {
        var kinds = new TreeSet<String>();
        for (Path image : images()) {
            kinds.add(String.join(", ", extract(image).steps()));
        }

        assertTrue(
                kinds.containsAll(List.of("arm64 Image", "bzImage, lz4, ELF vmlinux", "bzImage, zstd, ELF vmlinux")),
                kinds::toString);
    }

    private static Path imageOf(Path module) {
        return Objects.requireNonNull(module.getParent()).resolveSibling("vmlinuz");
    }

    /** What several tests ask for is unwrapped once. */
    private static Extraction.Found extract(Path image) {
        return FOUND.computeIfAbsent(image, file -> {
            try {
                return assertInstanceOf(
                        Extraction.Found.class, KernelImage.extract(file.toString(), Files.readAllBytes(file)));
            } catch (IOException e) {
                return fail(e);
            }
        });
    }

    private static Bytes bytes(Path file, byte[] btf) {
        return Bytes.of(file.toString(), btf, ByteOrder.LITTLE_ENDIAN);
    }

    private static List<Path> files(String suffix) {
        if (!Files.isDirectory(CORPUS)) {
            fail(CORPUS + " is missing: run ./relogrid test, which fetches it");
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return fail(e);
        }
    }
}
