package dev.relogrid.vm.agreement;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An archived kernel as the guest had it: booted, with no module in it but those that were inserted, so that what only
 * others have is certainly not there. Keeps what it was read from.
 */
final class GuestKernel implements Kernel {
    private final Kernel stored;
    private final @Nullable Btf types;
    private final @Nullable Kconfig config;
    private final @Nullable KernelSymbols symbols;

    private final List<NamedBtf> modules;
    private final @Nullable Measured measured;

    private GuestKernel(Kernel stored, Set<String> inserted) {
        this.stored = stored;
        this.modules = inserted.isEmpty()
                ? List.of()
                : stored.modules().stream()
                        .filter(module -> inserted.contains(module.name()))
                        .toList();
        this.measured = stored.measured();
        this.types = stored.vmlinux();
        this.config = stored.config();
        this.symbols = stored.symbols();
    }

    /** @param inserted the names of modules the guest had, as the kernel spells them */
    static GuestKernel of(Kernel stored, Set<String> inserted) {
        return new GuestKernel(stored, inserted);
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
        return modules;
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
        return measured;
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
