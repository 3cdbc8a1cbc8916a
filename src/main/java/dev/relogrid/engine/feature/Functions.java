package dev.relogrid.engine.feature;

import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of one name among a kernel's symbols. */
final class Functions {
    static final String ELSEWHERE = "modules of other kernels have it; those of this one are not all known";

    private final KernelSymbols symbols;
    private final String name;

    private Functions(KernelSymbols symbols, String name) {
        this.symbols = symbols;
        this.name = name;
    }

    /** Null when the kernel's symbols are not known. */
    static @Nullable Functions of(Kernel kernel, String name) {
        KernelSymbols symbols = kernel.symbols();
        return symbols == null ? null : new Functions(symbols, name);
    }

    /** How many there are in the kernel's image. */
    int count() {
        return count(symbols, name);
    }

    static int count(KernelSymbols symbols, String name) {
        String letters = symbols.types(name);
        int count = 0;
        for (int i = 0; i < letters.length(); i++) {
            count += "tTwW".indexOf(letters.charAt(i)) >= 0 ? 1 : 0;
        }
        return count;
    }

    boolean hasVariants() {
        return !symbols.variants(name).isEmpty();
    }

    /** What compilers left of it, a clause. */
    String variantsOnly() {
        List<String> variants = symbols.variants(name);
        return "its compiler left only " + String.join(", ", variants.subList(0, Math.min(3, variants.size())))
                + (variants.size() > 3 ? " and " + (variants.size() - 3) + " more" : "") + " of it";
    }
}
