package dev.relogrid.cli;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The types in a file: raw BTF, or the section .BTF of an ELF file. */
final class BtfFile {
    private static final int ELF_MAGIC = 0x464c457f;

    private BtfFile() {}

    /** @param base what the file's types are split over, or null */
    static Btf read(Path file, @Nullable Btf base) {
        return InputFile.parse(file, ".BTF", bytes -> {
            Bytes types = bytes.length() >= 4 && bytes.i32(0) == ELF_MAGIC ? section(bytes) : bytes;
            return base == null ? Btf.parse(types) : Btf.parseSplit(types, base);
        });
    }

    private static Bytes section(Bytes file) {
        Elf elf = Elf.parse(file);
        Section section = elf.section(".BTF");
        if (section == null) {
            throw new MalformedInput("ELF sections", 0, "a section .BTF", "none");
        }
        return elf.data(section);
    }
}
