package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final String name;
    private final RandomAccessFile file;
    private final List<PackedKernel> kernels;
    private final Symbols symbols;
    private final Definitions definitions;
    private final Section orders;
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

    private Pack(Path path, RandomAccessFile file) throws IOException {
        this.name = "pack " + path.getFileName();
        this.file = file;
        PackHeader header =
                PackHeader.read(name, read(0, (int) Math.min(PackHeader.SIZE, file.length())), file.length());
        this.sections = sizes(header);
        this.kernels = readKernels(section(header, SectionTag.KERN));
        this.modules = new ModuleUnits(kernels);
        this.definitions = new Definitions(section(header, SectionTag.DEFS));
        this.symbols = new Symbols(section(header, SectionTag.SYMS), modules.units(), definitions.count());
        this.orders = section(header, SectionTag.ORDR);
        if (orders.items() != kernels.size()) {
            throw new MalformedInput(
                    name, 0, "an order for each of " + kernels.size() + " kernels", orders.items() + "");
        }
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
            return new Pack(path, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Section section(PackHeader header, SectionTag tag) throws IOException {
        return new Section(name + " section " + tag, header.sections().get(tag.ordinal()), this::read);
    }

    private byte[] read(long offset, int length) throws IOException {
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
            Input in = new Input(section.name(), raw, 0, raw.length);
            for (int left = section.itemsIn(block); left > 0; left--) {
                kernels.add(PackedKernel.read(in));
            }
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
        return order(unit, 0);
    }

    private UnitOrder order(int unit, int depth) {
        int kernel = modules.kernelOf(unit);
        if (orders.blocks() != kernels.size() || depth > kernels.size()) {
            throw new MalformedInput(orders.name(), 0, "one block for each kernel, orders based on others", "a circle");
        }
        byte[] raw = orders.read(kernel);
        Input in = new Input(orders.name() + " block " + kernel, raw, 0, raw.length);
        for (int skipped = modules.placeOf(unit); skipped > 0; skipped--) {
            int length = in.items();
            in.number();
            in.skip(length);
        }
        in.items();
        int other = in.count(modules.units()) - 1;
        int[] based = other < 0 ? null : order(other, depth + 1).definitions();
        UnitOrder order = UnitOrder.read(in, based, definitions.count());
        if (order.definitions().length != modules.part(unit).types()) {
            throw in.malformed(modules.part(unit).types() + " types", order.definitions().length + " types");
        }
        return order;
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
        return new BtfRebuilder(this, kernel).modules();
    }

    /** The options of a kernel's configuration that are set, as lines; null when it was packed without. */
    public @Nullable String config(int kernel) {
        return kernels.get(kernel).config() ? texts(kernel, SymbolClass.CONFIG, PackedTexts::configLine) : null;
    }

    /** A kernel's symbols, as lines of type letter and name; null when it was packed without. */
    public @Nullable String kernelSymbols(int kernel) {
        return kernels.get(kernel).symbols() ? texts(kernel, SymbolClass.KSYM, PackedTexts::symbolLines) : null;
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
