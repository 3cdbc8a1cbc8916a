package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A kernel in a form QEMU can start, unpacked as far as it starts it fastest.
 *
 * @param config the text of the .config it carries, null when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record BootableImage(Form form, byte[] bytes, byte @Nullable [] config) {
    /** What QEMU's {@code -kernel} gets; each is kept under a name of its own. */
    public enum Form {
        /** ELF for amd64 with a PVH note: started without the boot protocol's real mode and unpacking. */
        VMLINUX("vmlinux"),
        /** A bzImage. */
        VMLINUZ("vmlinuz"),
        /** Flat, for arm64. */
        IMAGE("Image");

        private final String fileName;

        Form(String fileName) {
            this.fileName = fileName;
        }

        public String fileName() {
            return fileName;
        }
    }

    private static final int EM_X86_64 = 62;
    private static final int ARM64_MAGIC_OFF = 0x38;
    private static final int ARM64_MAGIC = 0x644d5241;

    /**
     * @param arch by Debian's name, {@code amd64} or {@code arm64}
     * @param name what errors call the file
     * @param file any a kernel comes in, as {@link KernelImage} reads it
     * @throws MalformedInput when it is damaged, or no kernel of that architecture
     */
    public static BootableImage of(String arch, String name, byte[] file) {
        KernelContents contents = KernelImage.contents(name, file);
        byte[] kernel = contents.image();
        if (kernel == null) {
            throw new MalformedInput(name, 0, "a kernel image", "types or a module only");
        }
        if (arch.equals("arm64")) {
            return new BootableImage(Form.IMAGE, arm64(name, kernel), contents.config());
        }
        amd64(name, kernel);
        if (PvhNote.isIn(kernel)) {
            return new BootableImage(Form.VMLINUX, kernel, contents.config());
        }
        BootImage outer = BootImage.of(name, file);
        if (outer == null || !outer.kind().equals("bzImage")) {
            throw new MalformedInput(name, 0, "a PVH note, or a bzImage around the kernel", "neither");
        }
        return new BootableImage(Form.VMLINUZ, file, contents.config());
    }

    private static byte[] arm64(String name, byte[] kernel) {
        Bytes in = Bytes.of(name, kernel, ByteOrder.LITTLE_ENDIAN);
        if (in.length() < ARM64_MAGIC_OFF + 4 || in.i32(ARM64_MAGIC_OFF) != ARM64_MAGIC) {
            throw new MalformedInput(name, ARM64_MAGIC_OFF, "the magic of an arm64 Image", "another kernel's");
        }
        return kernel;
    }

    private static void amd64(String name, byte[] kernel) {
        Bytes in = Bytes.of(name, kernel, ByteOrder.LITTLE_ENDIAN);
        if (!Elf.looksLike(in) || in.length() < 64 || in.u8(4) != 2 || in.u16(18) != EM_X86_64) {
            throw new MalformedInput(name, 0, "a kernel for amd64", "another kernel's");
        }
    }
}
