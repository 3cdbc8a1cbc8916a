package dev.relogrid.cli;

import dev.relogrid.archive.image.Extraction;
import dev.relogrid.archive.image.KernelImage;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The types in a file: an eBPF object's, or those of whatever a kernel or a module comes in. */
final class BtfFile {
    private static final int ELF_MAGIC = 0x464c457f;
    private static final int ELF_HEADER = 64;

    private BtfFile() {}

    /** @param base what the file's types are split over, or null */
    static Btf read(Path file, @Nullable Btf base) {
        byte[] data = InputFile.read(file);
        try {
            Bytes bytes = Bytes.of("file", data, ByteOrder.LITTLE_ENDIAN);
            Bytes types = isObject(bytes) ? section(bytes) : extract(file, data);
            return base == null ? Btf.parse(types) : Btf.parseSplit(types, base);
        } catch (MalformedInput e) {
            throw NoAnswer.about(file.toString(), e);
        }
    }

    private static boolean isObject(Bytes file) {
        if (file.length() < ELF_HEADER || file.i32(0) != ELF_MAGIC) {
            return false;
        }
        ByteOrder order = file.u8(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return file.withOrder(order).u16(18) == Elf.EM_BPF;
    }

    private static Bytes section(Bytes file) {
        Elf elf = Elf.parse(file);
        Section section = elf.section(".BTF");
        if (section == null) {
            throw new MalformedInput("ELF sections", 0, "a section .BTF", "none");
        }
        return elf.data(section);
    }

    private static Bytes extract(Path file, byte[] data) {
        return switch (KernelImage.extract("file", data)) {
            case Extraction.Found found -> Bytes.of(".BTF", found.btf(), ByteOrder.LITTLE_ENDIAN);
            case Extraction.NoBtf none -> throw new NoAnswer(file + ": no types, " + none.reason());
        };
    }
}
