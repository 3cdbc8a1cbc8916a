package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pack, open for reading. Opening reads the header, the sections' indexes and what is said of the kernels; the rest is
 * read as it is asked for, and symbols and definitions are kept in memory once they were. May be shared by threads.
 *
 * <p>Everything but the header is in zstd frames with checksums: one flipped byte ends in {@link MalformedInput} for
 * those who need that block.
 */
public final class Pack {
    /** So many are compared with each other in no time. */
    private static final int MOST_KERNELS = 1 << 16;

    private final String name;
    private final Section.Reader reader;
    private final List<PackedKernel> kernels;
    private final Symbols symbols;
    private final Definitions definitions;
    private final Orders orders;
    private final ModuleUnits modules;
    private final List<SectionSize> sections;

    /**
     * What a section takes.
     *
     * @param name its four letters
     * @param items how many kernels, symbols or definitions
     * @param bytes in the file, its index included
     */
    public record SectionSize(String name, int items, long bytes) {}

    private Pack(String name, Section.Reader reader, long size) throws IOException {
        this.name = name;
        this.reader = reader;
        PackHeader header = PackHeader.read(name, reader.read(0, (int) Math.min(PackHeader.SIZE, size)), size);
        this.sections = sizes(header);
        this.kernels = readKernels(section(header, SectionTag.KERN));
        this.modules = new ModuleUnits(kernels);
        this.definitions = new Definitions(section(header, SectionTag.DEFS));
        this.symbols = new Symbols(section(header, SectionTag.SYMS), modules.units(), definitions.count());
        this.orders = new Orders(section(header, SectionTag.ORDR), modules, definitions, kernels.size());
    }

    /**
     * @throws MalformedInput when it is no pack or is damaged where everybody needs it
     */
    public static Pack open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            String name = "pack " + path.getFileName();
            return new Pack(name, (offset, length) -> read(name, file, offset, length), file.length());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * A pack that is no file yet.
     *
     * @throws MalformedInput as {@link #open}
     */
    public static Pack of(byte[] bytes) {
        try {
            return new Pack(
                    "pack",
                    (offset, length) -> Arrays.copyOfRange(bytes, (int) offset, (int) offset + length),
                    bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is read from anywhere", e);
        }
    }

    private Section section(PackHeader header, SectionTag tag) throws IOException {
        return new Section(name + " section " + tag, header.sections().get(tag.ordinal()), reader);
    }

    private static byte[] read(String name, RandomAccessFile file, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        synchronized (file) {
            file.seek(offset);
            try {
                file.readFully(bytes);
            } catch (EOFException e) {
                throw new MalformedInput(name, offset, length + " bytes", "the end at " + file.length());
            }
        }
        return bytes;
    }

    private static List<PackedKernel> readKernels(Section section) {
        List<PackedKernel> kernels = new ArrayList<>();
        for (int block = 0; block < section.blocks(); block++) {
            byte[] raw = section.read(block);
            Input in = new Input(section.name() + " block " + block, raw, 0, raw.length);
            for (int left = section.itemsIn(block); left > 0; left--) {
                kernels.add(PackedKernel.read(in));
                if (kernels.size() > MOST_KERNELS) {
                    throw in.malformed("at most " + MOST_KERNELS + " kernels", "more");
                }
            }
            in.end();
        }
        return List.copyOf(kernels);
    }

    private static List<SectionSize> sizes(PackHeader header) {
        List<SectionSize> sizes = new ArrayList<>();
        for (SectionTag tag : SectionTag.values()) {
            PackHeader.Entry entry = header.sections().get(tag.ordinal());
            sizes.add(new SectionSize(tag.name(), entry.items(), entry.length()));
        }
        return List.copyOf(sizes);
    }

    /** What the file is made of, apart from its header. */
    public List<SectionSize> sections() {
        return sections;
    }

    /** In the order they were packed in. */
    public List<PackedKernel> kernels() {
        return kernels;
    }

    /** How many different definitions of types there are in all. */
    public int definitionCount() {
        return definitions.count() - 1;
    }

    Symbols symbols() {
        return symbols;
    }

    Definitions definitions() {
        return definitions;
    }

    ModuleUnits modules() {
        return modules;
    }

    /** A unit's types in the order of their ids. */
    UnitOrder order(int unit) {
        return orders.of(unit);
    }

    /**
     * Reads every block and everything in it once, without making any kernel again; what was read is not kept. That all
     * references lead somewhere is looked at, not that they lead to the right thing.
     *
     * @throws MalformedInput for the first thing that is damaged
     */
    public void verify() {
        definitions.verify(symbols.count());
        symbols.verify();
        orders.verify(kernels);
    }

    /**
     * The raw BTF of a kernel's vmlinux, rebuilt: the same types under the same ids as were packed, the strings in another
     * order.
     */
    public byte[] vmlinux(int kernel) {
        return new BtfRebuilder(this, kernel).vmlinux();
    }

    /** The raw split BTF of its modules, by name, over {@link #vmlinux}. */
    public Map<String, byte[]> modules(int kernel) {
        return modules.of(kernel).length == 0 ? Map.of() : new BtfRebuilder(this, kernel).modules();
    }

    /** The options of a kernel's configuration that are set, as lines; null when it was packed without. */
    public @Nullable String config(int kernel) {
        return kernels.get(kernel).config() ? texts(kernel, SymbolClass.CONFIG, PackedTexts::configLine) : null;
    }

    /** A kernel's symbols, as lines of type letter and name; null when it was packed without. */
    public @Nullable String kernelSymbols(int kernel) {
        return kernels.get(kernel).symbols() ? texts(kernel, SymbolClass.KSYM, PackedTexts::symbolLines) : null;
    }

    /** A kernel's configuration, to be asked; null when it was packed without. */
    public @Nullable Kconfig kconfig(int kernel) {
        return kernels.get(kernel).config() ? new PackedConfig(this, new KernelTexts(kernel)) : null;
    }

    /** A kernel's symbols, to be asked; null when it was packed without. */
    public @Nullable KernelSymbols symbolsOf(int kernel) {
        return kernels.get(kernel).symbols() ? new PackedSymbols(this, new KernelTexts(kernel)) : null;
    }

    /** Whether a module of any kernel here has a function of that name. */
    public boolean isInModules(String function) {
        Symbol symbol = symbols.find(BtfKind.FUNC, function);
        if (symbol != null) {
            for (Symbol.Row row : symbol.rows()) {
                if (row.units().length() > kernels.size()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether no kernel here, nor any module of one, has a type of that kind and name. */
    public boolean isTypeNowhere(int kind, String essentialName) {
        return symbols.find(Definition.symbolClass(kind), essentialName) == null;
    }

    /** Hears of types by kind and name. */
    public interface TypeSink {
        /** @param name without flavour */
        void type(int kind, String name);
    }

    /** All types with names that any kernel here has, or any module of one, once for each kind; read anew and not kept. */
    public void eachType(TypeSink sink) {
        symbols.each(SymbolClass.CONFIG, symbol -> sink.type(symbol.symbolClass(), symbol.name()));
    }

    /** One kernel's, without remembering who asked for what. */
    private record KernelTexts(int kernel) implements NamedTexts {
        @Override
        public @Nullable String text(Symbol symbol) {
            Symbol.Row row = symbol.row(kernel);
            return row == null ? null : row.text();
        }

        @Override
        public boolean has(Symbol symbol) {
            return symbol.row(kernel) != null;
        }
    }

    private interface Lines {
        void add(String name, String value, StringBuilder into);
    }

    private String texts(int kernel, int symbolClass, Lines lines) {
        Map<String, String> values = new TreeMap<>();
        for (int i = symbols.count() - 1; i >= 0; i--) {
            Symbol symbol = symbols.get(i);
            if (symbol.symbolClass() < symbolClass) {
                break;
            }
            Symbol.Row row = symbol.symbolClass() == symbolClass ? symbol.row(kernel) : null;
            if (row != null && row.text() != null) {
                values.put(symbol.name(), row.text());
            }
        }
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> lines.add(name, value, text));
        return text.toString();
    }
}
