package dev.relogrid.archive;

import dev.relogrid.archive.pack.PackedTexts;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What blobs hold of a kernel besides its types. A text is read when it is first asked for, and kept as long as somebody
 * holds what was made of it. It answers as it would from a pack: of names that no program can mean it knows nothing.
 */
final class LooseBeside implements BesideTypes {
    private final Archive archive;
    private final CatalogEntry entry;
    private WeakReference<Config> config = new WeakReference<>(null);
    private WeakReference<Symbols> symbols = new WeakReference<>(null);

    LooseBeside(Archive archive, CatalogEntry entry) {
        this.archive = archive;
        this.entry = entry;
    }

    @Override
    public synchronized @Nullable Kconfig config() {
        Config known = config.get();
        byte[] text = known == null ? archive.config(entry) : null;
        if (text != null) {
            known = new Config(PackedTexts.config(text));
            config = new WeakReference<>(known);
        }
        return known;
    }

    @Override
    public synchronized @Nullable KernelSymbols symbols() {
        Symbols known = symbols.get();
        byte[] text = known == null ? archive.symbols(entry) : null;
        if (text != null) {
            known = new Symbols(PackedTexts.symbols(text));
            symbols = new WeakReference<>(known);
        }
        return known;
    }

    @Override
    public @Nullable Measured measured() {
        return archive.measurements().of(entry);
    }

    @Override
    public @Nullable String version() {
        return ToldVersion.of(entry);
    }

    @Override
    public CatalogEntry entry() {
        return entry;
    }

    private record Config(NavigableMap<String, String> options) implements Kconfig {
        @Override
        public @Nullable String value(String option) {
            return option.startsWith(PackedTexts.PREFIX)
                    ? options.get(option.substring(PackedTexts.PREFIX.length()))
                    : null;
        }
    }

    private record Symbols(NavigableMap<String, String> types) implements KernelSymbols {
        @Override
        public String types(String name) {
            return types.getOrDefault(name, "");
        }

        /** A slash is the character after the dot. */
        @Override
        public List<String> variants(String function) {
            return List.copyOf(types.subMap(function + ".", function + "/").keySet());
        }
    }
}
