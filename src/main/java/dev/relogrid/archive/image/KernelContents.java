package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** What one file of a kernel has, unpacked once. Symbols and config are looked for when they are asked for. */
public final class KernelContents {
    private final Extraction types;
    /** An ELF vmlinux or a flat image; null when the file was raw BTF or a module. */
    private final byte @Nullable [] image;

    KernelContents(Extraction types, byte @Nullable [] image) {
        this.types = types;
        this.image = image;
    }

    /** Its BTF, or why it has none. */
    public Extraction types() {
        return types;
    }

    /**
     * The kernel's own symbols in the form of {@link SymbolList}: from the tables the kernel carries, else an ELF file's
     * symbol table; null when it has neither, or damaged ones. Takes about 0.1 s.
     */
    public byte @Nullable [] symbols() {
        if (image == null) {
            return null;
        }
        byte[] own = Kallsyms.find(image);
        return own != null ? own : elfSymbols(image);
    }

    private static byte @Nullable [] elfSymbols(byte[] image) {
        Bytes file = Bytes.of("vmlinux", image, ByteOrder.LITTLE_ENDIAN);
        boolean is64 = Elf.looksLike(file) && file.length() > 4 && file.u8(4) == 2;
        try {
            return is64 ? ElfSymbols.of(Elf.parse(file)) : null;
        } catch (MalformedInput e) {
            return null; // types came out of it all the same
        }
    }

    /** The kernel itself, unpacked; null when the file was raw BTF or a module. */
    byte @Nullable [] image() {
        return image;
    }

    /** The text of the .config the kernel carries when it was built with CONFIG_IKCONFIG, else null. */
    public byte @Nullable [] config() {
        return image == null ? null : ConfigText.embedded(image);
    }
}
