package dev.relogrid.accuracy;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An archived kernel as the guest had it: booted, with no module loaded, so that what only modules have is certainly not
 * there. Keeps what it was read from.
 */
final class GuestKernel implements Kernel {
    private final Kernel stored;
    private final @Nullable Btf types;
    private final @Nullable Kconfig config;
    private final @Nullable KernelSymbols symbols;

    private GuestKernel(Kernel stored) {
        this.stored = stored;
        this.types = stored.vmlinux();
        this.config = stored.config();
        this.symbols = stored.symbols();
    }

    static GuestKernel of(Kernel stored) {
        return new GuestKernel(stored);
    }

    @Override
    public String id() {
        return stored.id();
    }

    @Override
    public @Nullable Btf vmlinux() {
        return types;
    }

    @Override
    public List<NamedBtf> modules() {
        return List.of();
    }

    @Override
    public @Nullable Kconfig config() {
        return config;
    }

    @Override
    public @Nullable KernelSymbols symbols() {
        return symbols;
    }

    @Override
    public @Nullable Measured measured() {
        return stored.measured();
    }

    @Override
    public @Nullable String version() {
        return stored.version();
    }

    @Override
    public boolean isInModulesElsewhere(String function) {
        return false;
    }

    @Override
    public boolean isTypeNowhere(int kind, String essentialName) {
        return stored.isTypeNowhere(kind, essentialName);
    }
}
