package dev.relogrid.archive.pack;

import dev.relogrid.engine.kernel.Kconfig;
import org.jspecify.annotations.Nullable;

/** The configuration of a packed kernel, of which only what is asked for is read. */
record PackedConfig(Pack pack, NamedTexts texts) implements Kconfig {

    /** An option that no kernel sets tells none from another. */
    @Override
    public @Nullable String value(String option) {
        Symbol symbol = option.startsWith(PackedTexts.PREFIX)
                ? pack.symbols().find(SymbolClass.CONFIG, option.substring(PackedTexts.PREFIX.length()))
                : null;
        return symbol == null ? null : texts.text(symbol);
    }
}
