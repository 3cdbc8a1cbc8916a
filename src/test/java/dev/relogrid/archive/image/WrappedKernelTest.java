package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.archive.image.Containers.Wrapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The BTF of a real kernel comes out of every wrapping byte for byte. */
final class WrappedKernelTest {
    private static final byte[] BTF = read();

    /** @param steps what the extraction says it unwrapped */
    record Case(String name, List<String> steps, Wrapping wrapping) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Case> CASES = List.of(
            new Case("raw", List.of(), btf -> btf),
            new Case("gzip", List.of("gzip"), Containers::gzip),
            new Case("bzip2", List.of("bzip2"), Containers::bzip2),
            new Case("lzma", List.of("lzma"), Containers::lzma),
            new Case("lzma with size", List.of("lzma"), btf -> Containers.withSize(Containers.lzma(btf), btf)),
            new Case("xz", List.of("xz"), Containers::xz),
            new Case("two xz streams", List.of("xz"), btf -> halves(btf, Containers::xz)),
            new Case("zstd", List.of("zstd"), Containers::zstd),
            new Case("two zstd frames", List.of("zstd"), btf -> halves(btf, Containers::zstd)),
            new Case("lz4 frame", List.of("lz4"), Containers::lz4Frame),
            new Case("lz4 legacy", List.of("lz4"), Containers::lz4Legacy),
            new Case("lzop, stored", List.of("lzo"), Containers::lzopStored),
            new Case(
                    "BTFHub",
                    List.of("xz", "tar"),
                    btf -> Containers.xz(Containers.tarOfFile("./5.4.0-42-generic.btf", btf))),
            new Case("ELF vmlinux", List.of("ELF vmlinux"), btf -> Containers.elf(2, 62, ".BTF", btf)),
            new Case(".ko.xz", List.of("xz", "ELF module"), btf -> Containers.xz(Containers.elf(1, 62, ".BTF", btf))),
            new Case("arm64 Image", List.of("arm64 Image"), Containers::arm64Image),
            new Case(
                    "arm64 Image, gzip",
                    List.of("gzip", "arm64 Image"),
                    btf -> Containers.gzip(Containers.arm64Image(btf))),
            new Case(
                    "EFI zboot, zstd",
                    List.of("EFI zboot image", "zstd", "arm64 Image"),
                    btf -> Containers.zboot(Containers.zstd(Containers.arm64Image(btf)))),
            new Case(
                    "EFI zboot, gzip",
                    List.of("EFI zboot image", "gzip", "arm64 Image"),
                    btf -> Containers.zboot(Containers.gzip(Containers.arm64Image(btf)))),
            new Case(
                    "s390x, zstd somewhere",
                    List.of("s390x image", "zstd"),
                    btf -> Containers.s390xImage(
                            Containers.zstd(Containers.concat(new byte[0x4004], btf, new byte[64])))),
            bzImage("xz", Containers::xzForX86),
            bzImage("gzip", Containers::gzip),
            bzImage("bzip2", Containers::bzip2),
            bzImage("lzma", Containers::lzma),
            bzImage("zstd", Containers::zstd),
            bzImage("lz4", Containers::lz4Legacy),
            bzImage("lzo", Containers::lzopStored));

    private static Case bzImage(String word, Wrapping packing) {
        return new Case("bzImage, " + word, List.of("bzImage", word, "ELF vmlinux"), btf -> {
            byte[] elf = Containers.elf(2, 62, ".BTF", btf);
            return Containers.bzImage(Containers.withSize(packing.wrap(elf), elf));
        });
    }

    private static byte[] halves(byte[] btf, Wrapping wrapping) throws IOException {
        int half = btf.length / 2;
        byte[] second = new byte[btf.length - half];
        System.arraycopy(btf, half, second, 0, second.length);
        return Containers.concat(wrapping.wrap(Arrays.copyOf(btf, half)), wrapping.wrap(second));
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void btfComesOut(Case wrapped) throws IOException {
        Extraction extraction = KernelImage.extract(wrapped.name, wrapped.wrapping.wrap(BTF));

        Extraction.Found found = assertInstanceOf(Extraction.Found.class, extraction);
        assertArrayEquals(BTF, found.btf());
        assertEquals(wrapped.steps, found.steps());
    }

    private static byte[] read() {
        try {
            return ShippedBtf.smallest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
