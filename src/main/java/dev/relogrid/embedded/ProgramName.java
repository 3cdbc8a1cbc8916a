package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;

/** What an object without a name of its own is called: as its first program, the way libbpf orders them. */
final class ProgramName {
    private static final String NONE = "object";
    private static final int LONGEST = 128;

    private ProgramName() {}

    static String of(byte[] object) {
        try {
            Elf elf = Elf.parse(Bytes.of("object", object, ByteOrder.LITTLE_ENDIAN));
            List<Section> sections = elf.sections();
            return elf.symbols().stream()
                    .filter(symbol -> isFunction(symbol, sections))
                    .min(Comparator.comparing((Symbol symbol) ->
                                    sections.get(symbol.section()).nameIs(".text")) // sub-programs come last
                            .thenComparingInt(Symbol::section)
                            .thenComparingLong(Symbol::value))
                    .map(symbol -> clean(symbol.name()))
                    .filter(name -> !name.isEmpty())
                    .orElse(NONE);
        } catch (MalformedInput e) {
            return NONE; // who reads the object says what is wrong with it
        }
    }

    private static boolean isFunction(Symbol symbol, List<Section> sections) {
        int section = symbol.section();
        return symbol.type() == Elf.STT_FUNC
                && section > 0
                && section < sections.size()
                && sections.get(section).executable();
    }

    /** Nothing that separates parts of a name. */
    private static String clean(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.$]", "_");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
