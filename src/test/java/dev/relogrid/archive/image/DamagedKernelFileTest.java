package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.archive.image.Containers.Encoder;
import dev.relogrid.archive.image.Containers.Wrapping;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Damaged and hostile files end in one sentence that names the file, soon, and without much memory. */
final class DamagedKernelFileTest {
    record Case(String name, String says, Wrapping wrapping) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Bomb(String name, Encoder encoder) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Case> DAMAGED = List.of(
            new Case("empty", "an empty file", btf -> new byte[0]),
            new Case("text", "expected BTF, an ELF file or a kernel image, found 68 65 6c 6c", btf -> text("hello\n")),
            new Case("text in gzip", "inside gzip", btf -> Containers.gzip(text("hello\n"))),
            new Case("gzip cut", "a whole gzip stream", btf -> half(Containers.gzip(btf))),
            new Case("xz cut", "a whole xz stream", btf -> half(Containers.xz(btf))),
            new Case("xz flipped", "an intact xz stream", btf -> flipped(Containers.xz(btf))),
            new Case("lzma cut", "a whole lzma stream", btf -> half(Containers.lzma(btf))),
            new Case("bzip2 cut", "an intact bzip2 stream", btf -> half(Containers.bzip2(btf))),
            new Case("zstd cut", "an intact zstd stream", btf -> half(Containers.zstd(btf))),
            new Case("lz4 cut", "an intact lz4 stream", btf -> half(Containers.lz4Legacy(btf))),
            new Case("lzop cut", "an intact lzo stream", btf -> half(Containers.lzopStored(btf))),
            new Case("bzImage cut", "a whole bzImage", btf -> half(Containers.bzImage(Containers.gzip(btf)))),
            new Case("bzImage of nothing", "a compressed kernel", btf -> Containers.bzImage(new byte[4096])),
            new Case(
                    "old bzImage",
                    "boot protocol 2.08",
                    btf -> Containers.concat(
                            Arrays.copyOf(Containers.bzImage(btf), 0x206), Containers.hex("0402"), new byte[4096])),
            new Case("zboot cut", "a whole EFI zboot image", btf -> half(Containers.zboot(Containers.zstd(btf)))),
            new Case("ELF cut", "ELF section headers", btf -> half(Containers.elf(2, 62, ".BTF", btf))),
            new Case("eBPF object", "an eBPF object", btf -> Containers.elf(1, 247, ".BTF", btf)),
            new Case(
                    "tar with a link",
                    "a link or device, 'vmlinux.btf'",
                    btf -> Containers.tar(new byte[0], new TarArchiveEntry("vmlinux.btf", TarConstants.LF_SYMLINK))),
            new Case(
                    "tar reaching the root",
                    "a path outside of it, '/x.btf'",
                    btf -> Containers.tarOfFile("/x.btf", btf)),
            new Case(
                    "tar reaching up",
                    "a path outside of it, '../../x.btf'",
                    btf -> Containers.tarOfFile("../../x.btf", btf)),
            new Case("tar of two", "exactly one .btf", Containers::tarOfTwo),
            new Case("tar of none", "exactly one .btf", btf -> Containers.tarOfFile("README", btf)),
            new Case("wrapped too often", "at most 8 wrappings", btf -> {
                byte[] wrapped = btf;
                for (int i = 0; i < 9; i++) {
                    wrapped = Containers.gzip(wrapped);
                }
                return wrapped;
            }));

    static final List<Bomb> BOMBS = List.of(
            new Bomb("gzip", GZIPOutputStream::new),
            new Bomb("xz", out -> new XZOutputStream(out, new LZMA2Options(0))),
            new Bomb("zstd", ZstdOutputStream::new));

    @ParameterizedTest
    @FieldSource("DAMAGED")
    void endsInOneSentence(Case damaged) throws IOException {
        byte[] file = damaged.wrapping.wrap(ShippedBtf.smallest());

        MalformedInput error = assertThrows(MalformedInput.class, () -> KernelImage.extract("FILE", file));

        String sentence = String.valueOf(error.getMessage());
        assertTrue(sentence.contains(damaged.says), sentence);
        assertEquals(1, sentence.lines().count(), sentence);
    }

    /** More than 1 GiB of zeros, in seventeen streams after one another; unpacking stops at 64 MiB. */
    @ParameterizedTest
    @FieldSource("BOMBS")
    void bombIsStopped(Bomb bomb) throws IOException {
        byte[] part = Containers.encode(new byte[64 << 20], bomb.encoder);
        var file = new ByteArrayOutputStream();
        for (int i = 0; i < 17; i++) {
            file.write(part);
        }

        MalformedInput error =
                assertThrows(MalformedInput.class, () -> KernelImage.extract("FILE", file.toByteArray()));

        assertEquals("a file that unpacks to at most " + (64 << 20) + " bytes", error.expected());
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] flipped(byte[] file) {
        byte[] copy = file.clone();
        copy[copy.length / 2] ^= 0x10;
        return copy;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
