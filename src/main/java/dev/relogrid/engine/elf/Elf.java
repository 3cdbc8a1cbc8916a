package dev.relogrid.engine.elf;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit ELF file in either byte order, read by its section headers. Nothing is copied; what is malformed is found
 * when it is asked for, except the header and the section table, which must be sound.
 *
 * <p>Layout: ELF specification (gABI), {@code Elf64_Ehdr} and {@code Elf64_Shdr}.
 */
public final class Elf {
    public static final int EM_BPF = 247;
    public static final int ET_REL = 1;
    public static final int SHT_PROGBITS = 1;
    public static final int SHT_SYMTAB = 2;
    public static final int SHT_NOBITS = 8;
    public static final int SHT_REL = 9;
    public static final int SHF_EXECINSTR = 4;
    public static final int SHN_UNDEF = 0;
    public static final int SHN_LORESERVE = 0xff00;
    public static final int STB_LOCAL = 0;
    public static final int STB_GLOBAL = 1;
    public static final int STB_WEAK = 2;
    public static final int STT_NOTYPE = 0;
    public static final int STT_OBJECT = 1;
    public static final int STT_FUNC = 2;
    public static final int STT_SECTION = 3;
    public static final int STV_INTERNAL = 1;
    public static final int STV_HIDDEN = 2;

    private static final int HEADER_SIZE = 64;
    private static final int SECTION_SIZE = 64;
    private static final int SYMBOL_SIZE = 24;
    private static final int REL_SIZE = 16;
    private static final int SHN_XINDEX = 0xffff;
    /** Names may share bytes; a linker's do so a few times over. */
    private static final int MAX_NAME_SHARING = 8;

    private final Bytes file;
    private final List<Section> sections;
    private final int machine;
    private final int fileType;

    private Elf(Bytes file, List<Section> sections) {
        this.file = file;
        this.sections = sections;
        this.fileType = file.u16(16);
        this.machine = file.u16(18);
    }

    /** Whether the first bytes are those of an ELF file of any class. */
    public static boolean looksLike(Bytes file) {
        return file.length() >= 4 && file.u8(0) == 0x7f && file.u8(1) == 'E' && file.u8(2) == 'L' && file.u8(3) == 'F';
    }

    /**
     * @throws MalformedInput when the file is not ELF64 or its section table does not lie inside it
     */
    public static Elf parse(Bytes raw) {
        Bytes file = header(raw);
        long tableOffset = file.i64(40);
        int count = file.u16(60);
        int names = file.u16(62);
        if (tableOffset == 0) {
            return new Elf(file, List.of());
        }
        Bytes first = file.slice("ELF section headers", tableOffset, SECTION_SIZE);
        // counts that do not fit 16 bits are kept in the first, otherwise empty, section header
        long sectionCount = count == 0 ? first.i64(32) : count;
        int nameIndex = names == SHN_XINDEX ? first.i32(40) : names;
        if (sectionCount < 0 || sectionCount > file.length() / SECTION_SIZE) {
            throw new MalformedInput(
                    "ELF header",
                    60,
                    "at most " + file.length() / SECTION_SIZE + " section headers in a file of " + file.length()
                            + " bytes",
                    Long.toUnsignedString(sectionCount));
        }
        Bytes table = file.slice("ELF section headers", tableOffset, sectionCount * SECTION_SIZE);
        return new Elf(file, readSections(file, table, nameIndex));
    }

    private static Bytes header(Bytes raw) {
        Bytes head = raw.slice("ELF header", 0, raw.length());
        if (!looksLike(head)) {
            throw new MalformedInput("ELF header", 0, "7f 45 4c 46 (an ELF file)", firstBytes(head));
        }
        int elfClass = head.u8(4);
        if (elfClass != 2) {
            throw new MalformedInput(
                    "ELF header", 4, "class 2 (64-bit)", elfClass == 1 ? "class 1 (32-bit)" : "class " + elfClass);
        }
        int data = head.u8(5);
        if (data != 1 && data != 2) {
            throw new MalformedInput("ELF header", 5, "byte order 1 (little) or 2 (big)", String.valueOf(data));
        }
        Bytes file = raw.withOrder(data == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (file.length() < HEADER_SIZE) {
            throw new MalformedInput("ELF header", file.length(), "64 bytes", "the end of the file");
        }
        int entry = file.u16(58);
        if (entry != SECTION_SIZE && file.i64(40) != 0) {
            throw new MalformedInput("ELF header", 58, "section headers of 64 bytes", entry + " bytes");
        }
        return file;
    }

    private static String firstBytes(Bytes head) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(4, head.length()); i++) {
            text.append(i == 0 ? "" : " ").append(String.format("%02x", head.u8(i)));
        }
        return text.isEmpty() ? "an empty file" : text.toString();
    }

    private static List<Section> readSections(Bytes file, Bytes table, int nameIndex) {
        int count = table.length() / SECTION_SIZE;
        if (nameIndex < 0 || nameIndex >= Math.max(count, 1)) {
            throw new MalformedInput(
                    "ELF header",
                    62,
                    "a section name table below " + count,
                    "section " + Integer.toUnsignedString(nameIndex));
        }
        Bytes names = null;
        if (nameIndex != SHN_UNDEF) {
            int at = nameIndex * SECTION_SIZE;
            names = file.slice("ELF section names", table.i64(at + 24), table.i64(at + 32));
        }
        List<Section> sections = new ArrayList<>(count);
        NameBudget budget = new NameBudget(table, file.length());
        for (int i = 0; i < count; i++) {
            int at = i * SECTION_SIZE;
            sections.add(new Section(
                    i,
                    budget.take(new Name(names, table.u32(at)), at),
                    table.i32(at + 4),
                    table.i64(at + 8),
                    table.i64(at + 16),
                    table.i64(at + 24),
                    table.i64(at + 32),
                    table.i32(at + 40),
                    table.i32(at + 44)));
        }
        return List.copyOf(sections);
    }

    /** The whole file in its own byte order. */
    public Bytes file() {
        return file;
    }

    public ByteOrder order() {
        return file.order();
    }

    /** {@code e_machine}; {@link #EM_BPF} for an eBPF object. */
    public int machine() {
        return machine;
    }

    /** {@code e_type}; {@link #ET_REL} for an object file. */
    public int fileType() {
        return fileType;
    }

    /** All sections in table order; the first is the empty one. */
    public List<Section> sections() {
        return sections;
    }

    /** The first section of that name, as libbpf looks sections up. */
    public @Nullable Section section(String name) {
        for (Section section : sections) {
            if (section.index() != 0 && section.nameIs(name)) {
                return section;
            }
        }
        return null;
    }

    /** The section's bytes, empty for one that occupies none. */
    public Bytes data(Section section) {
        if (section.type() == SHT_NOBITS) {
            return file.slice(section.name(), 0, 0);
        }
        String name = section.name();
        return file.slice(name.isEmpty() ? "section " + section.index() : name, section.offset(), section.size());
    }

    /** The symbols of the first symbol table, the empty first one included; none without such a table. */
    public List<Symbol> symbols() {
        for (Section section : sections) {
            if (section.type() == SHT_SYMTAB) {
                return readSymbols(section);
            }
        }
        return List.of();
    }

    private List<Symbol> readSymbols(Section section) {
        Bytes table = data(section);
        Bytes names =
                section.link() > 0 && section.link() < sections.size() ? data(sections.get(section.link())) : null;
        int count = table.length() / SYMBOL_SIZE;
        List<Symbol> symbols = new ArrayList<>(count);
        NameBudget budget = new NameBudget(table, file.length());
        for (int i = 0; i < count; i++) {
            int at = i * SYMBOL_SIZE;
            int info = table.u8(at + 4);
            symbols.add(new Symbol(
                    i,
                    budget.take(new Name(names, table.u32(at)), at),
                    table.i64(at + 8),
                    table.i64(at + 16),
                    info >> 4,
                    info & 0xf,
                    table.u8(at + 5) & 3,
                    table.u16(at + 6)));
        }
        return symbols;
    }

    /** The relocations of a {@link #SHT_REL} section, in file order. */
    public List<Rel> relocations(Section section) {
        Bytes table = data(section);
        int count = table.length() / REL_SIZE;
        List<Rel> relocations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long info = table.i64(i * REL_SIZE + 8);
            relocations.add(new Rel(table.i64(i * REL_SIZE), (int) (info >>> 32), (int) info));
        }
        return relocations;
    }

    /** Keeps many names that lie in one long string from taking memory out of all proportion to the file. */
    private static final class NameBudget {
        private final Bytes table;
        private final long most;
        private long left;

        NameBudget(Bytes table, int fileLength) {
            this.table = table;
            this.most = (long) MAX_NAME_SHARING * fileLength;
            this.left = most;
        }

        Name take(Name name, int at) {
            left -= name.length();
            if (left < 0) {
                throw new MalformedInput(table.name(), at, "names of at most " + most + " bytes in all", "more");
            }
            return name;
        }
    }
}
