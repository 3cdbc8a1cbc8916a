package dev.relogrid.archive;

import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import org.jspecify.annotations.Nullable;

/** What a pack knows of one of its kernels besides the types. */
record PackedBeside(Packs.Open open, MeasurementAccess measurements, CatalogEntry entry, int kernel)
        implements BesideTypes {
    @Override
    public @Nullable Kconfig config() {
        return open.pack().kconfig(kernel);
    }

    @Override
    public @Nullable KernelSymbols symbols() {
        return open.pack().symbolsOf(kernel);
    }

    @Override
    public @Nullable Measured measured() {
        return measurements.of(entry);
    }

    @Override
    public @Nullable String version() {
        return ToldVersion.of(entry);
    }

    @Override
    public boolean isInModulesElsewhere(String function) {
        return open.pack().isInModules(function);
    }

    @Override
    public boolean isTypeNowhere(int kind, String essentialName) {
        return open.pack().isTypeNowhere(kind, essentialName);
    }

    @Override
    public StoredKernel.Membership membership() {
        return new StoredKernel.Membership(open.family(), kernel);
    }
}
