package dev.relogrid.archive;

import dev.relogrid.archive.pack.Pack;
import dev.relogrid.archive.pack.PackedFamily;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.KernelSymbols;
import org.jspecify.annotations.Nullable;

/** What a pack knows of one of its kernels besides the types. */
record PackedBeside(Pack pack, PackedFamily family, CatalogEntry entry, int kernel) implements BesideTypes {
    @Override
    public @Nullable Kconfig config() {
        return pack.kconfig(kernel);
    }

    @Override
    public @Nullable KernelSymbols symbols() {
        return pack.symbolsOf(kernel);
    }

    @Override
    public @Nullable String version() {
        return ToldVersion.of(entry);
    }

    @Override
    public boolean isInModulesElsewhere(String function) {
        return pack.isInModules(function);
    }

    @Override
    public boolean isTypeNowhere(int kind, String essentialName) {
        return pack.isTypeNowhere(kind, essentialName);
    }

    @Override
    public StoredKernel.Membership membership() {
        return new StoredKernel.Membership(family, kernel);
    }
}
