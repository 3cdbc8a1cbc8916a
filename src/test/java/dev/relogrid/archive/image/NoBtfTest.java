package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.ElfBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Kernels that were built without BTF are no errors, and the reason names what was looked through. */
final class NoBtfTest {
    private static final String WHY = "built without CONFIG_DEBUG_INFO_BTF";

    @Test
    void elfWithoutTheSection() throws IOException {
        byte[] elf = Containers.elf(2, 62, ".text", new byte[16]);
        byte[] file = Containers.bzImage(Containers.xzForX86(elf));

        assertEquals(
                new Extraction.NoBtf("bzImage, xz, ELF vmlinux without a .BTF section: " + WHY),
                KernelImage.extract("vmlinuz", file));
    }

    @Test
    void moduleWithoutTheSection() {
        byte[] ko = Containers.elf(1, 62, ".text", new byte[16]);

        assertEquals(
                new Extraction.NoBtf("ELF module without a .BTF section: " + WHY), KernelImage.extract("veth.ko", ko));
    }

    @Test
    void flatImage() {
        byte[] image = Containers.arm64Image(new byte[1 << 16]);

        assertEquals(
                new Extraction.NoBtf("arm64 Image with no BTF in it: " + WHY), KernelImage.extract("Image", image));
    }

    @Test
    void thirtyTwoBitKernel() throws IOException {
        byte[] elf = Containers.elf(2, 3, ".BTF", new byte[16]);
        elf[4] = 1;

        assertEquals(
                new Extraction.NoBtf("bzImage, gzip, 32-bit ELF vmlinux with no BTF in it: " + WHY),
                KernelImage.extract("vmlinuz", Containers.bzImage(Containers.gzip(elf))));
    }

    @Test
    void moduleOverABaseOfItsOwnIsNotTakenForOneOverTheKernels() {
        ElfBuilder ko = new ElfBuilder(ByteOrder.LITTLE_ENDIAN).machine(62);
        ko.data(".BTF", new byte[24]);
        ko.data(".BTF.base", new byte[24]);

        var e = assertThrows(MalformedInput.class, () -> KernelImage.extract("veth.ko", ko.bytes()));
        assertEquals("types over the module's own .BTF.base, not read yet", e.found());
    }
}
