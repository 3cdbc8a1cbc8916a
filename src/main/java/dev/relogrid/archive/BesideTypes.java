package dev.relogrid.archive;

import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import org.jspecify.annotations.Nullable;

/** What an archive knows of a kernel besides its types; nothing, unless somebody says otherwise. */
interface BesideTypes {
    /** A file with types and nothing else. */
    BesideTypes NOTHING = new BesideTypes() {};

    default @Nullable Kconfig config() {
        return null;
    }

    default @Nullable KernelSymbols symbols() {
        return null;
    }

    default @Nullable Measured measured() {
        return null;
    }

    default @Nullable String version() {
        return null;
    }

    default boolean isInModulesElsewhere(String function) {
        return false;
    }

    /** Its row in the archive; null when it is in none. */
    default @Nullable CatalogEntry entry() {
        return null;
    }

    default boolean isTypeNowhere(int kind, String essentialName) {
        return false;
    }

    /** Its place in a family; null when it is on its own. */
    default StoredKernel.@Nullable Membership membership() {
        return null;
    }
}
