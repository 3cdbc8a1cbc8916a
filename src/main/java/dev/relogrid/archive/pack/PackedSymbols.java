package dev.relogrid.archive.pack;

import dev.relogrid.engine.kernel.KernelSymbols;
import java.util.ArrayList;
import java.util.List;

/** The symbols of a packed kernel, of which only what is asked for is read. */
record PackedSymbols(Pack pack, NamedTexts texts) implements KernelSymbols {

    @Override
    public String types(String name) {
        Symbol symbol = pack.symbols().find(SymbolClass.KSYM, name);
        String types = symbol == null ? null : texts.text(symbol);
        return types == null ? "" : types;
    }

    /** No data has a dot in its name here: {@link PackedTexts} leaves it out. */
    @Override
    public List<String> variants(String function) {
        List<String> names = new ArrayList<>();
        for (Symbol symbol : pack.symbols().startingWith(SymbolClass.KSYM, function + ".")) {
            if (texts.has(symbol)) {
                names.add(symbol.name());
            }
        }
        return names;
    }
}
