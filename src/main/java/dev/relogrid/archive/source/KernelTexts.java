package dev.relogrid.archive.source;

import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.Quarantined;
import dev.relogrid.archive.image.ConfigText;
import dev.relogrid.archive.image.KernelContents;
import dev.relogrid.archive.image.SymbolList;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Config and symbols of one kernel, from wherever they come. A config beside the kernel is the text its build had; of
 * symbols those inside the kernel come first, because they are what the running kernel goes by. A file that is neither
 * is on record as such and spoils nothing else.
 */
final class KernelTexts {
    /** The largest config known has 300 kB. */
    static final int LARGEST_CONFIG = 8 << 20;
    /** The kallsyms of a host with all modules loaded would have some 40 MB. */
    static final int LARGEST_SYMBOLS = 128 << 20;

    private final List<Quarantined> unhealthy = new ArrayList<>();
    private byte @Nullable [] config;
    private byte @Nullable [] symbols;
    private byte @Nullable [] embeddedConfig;
    private byte @Nullable [] embeddedSymbols;

    /** Takes what the kernel has in itself; its symbols only when they are to be kept. */
    void image(KernelContents image, boolean keepSymbols) {
        embeddedConfig = image.config();
        embeddedSymbols = keepSymbols ? image.symbols() : null;
    }

    /** Takes a config file; the first counts. */
    void config(String name, byte[] file) {
        try {
            config = config != null ? config : ConfigText.of(name, file);
        } catch (MalformedInput e) {
            unhealthy.add(new Quarantined(Quarantined.CONFIG, String.valueOf(e.getMessage())));
        }
    }

    /** Takes a System.map or a copy of /proc/kallsyms; the first that is no placeholder counts. */
    void symbols(String name, byte[] file) {
        try {
            symbols = symbols != null ? symbols : SymbolList.parse(name, file);
        } catch (MalformedInput e) {
            unhealthy.add(new Quarantined(Quarantined.SYMBOLS, String.valueOf(e.getMessage())));
        }
    }

    List<Quarantined> quarantine() {
        return unhealthy;
    }

    /** The kernel with these texts. */
    NewKernel of(NewKernel kernel) {
        return kernel.withConfig(config != null ? config : embeddedConfig)
                .withSymbols(embeddedSymbols != null ? embeddedSymbols : symbols);
    }
}
