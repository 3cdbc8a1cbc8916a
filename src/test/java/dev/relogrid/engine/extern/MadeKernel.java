package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.fixture.BtfBuilder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kernel made up piece by piece; what it is not given it has none of, and what is not known is said. */
final class MadeKernel implements Kernel {
    final BtfBuilder types;
    private final List<BtfBuilder> modules = new ArrayList<>();
    private final Set<String> elsewhere = new HashSet<>();
    private @Nullable Map<String, String> config = new HashMap<>();
    private @Nullable Map<String, String> symbols = new HashMap<>();
    private @Nullable String version = "6.12.38";

    MadeKernel(BtfBuilder types) {
        this.types = types;
    }

    MadeKernel() {
        this(new BtfBuilder());
    }

    MadeKernel set(String option, String value) {
        if (config != null) {
            config.put(option, value);
        }
        return this;
    }

    MadeKernel symbol(String name, String letters) {
        if (symbols != null) {
            symbols.put(name, letters);
        }
        return this;
    }

    /** A module over the types there are by now. */
    BtfBuilder module() {
        BtfBuilder module = BtfBuilder.over(types);
        modules.add(module);
        return module;
    }

    byte[] moduleBytes(int index, ByteOrder order) {
        return modules.get(index).bytes(order);
    }

    /** Of all symbols of that name. */
    String letters(String symbol) {
        return symbols == null ? "" : symbols.getOrDefault(symbol, "");
    }

    MadeKernel moduleElsewhere(String function) {
        elsewhere.add(function);
        return this;
    }

    MadeKernel ofUnknownConfig() {
        config = null;
        return this;
    }

    MadeKernel ofUnknownSymbols() {
        symbols = null;
        return this;
    }

    MadeKernel version(@Nullable String text) {
        version = text;
        return this;
    }

    @Override
    public String id() {
        return "made";
    }

    @Override
    public Btf vmlinux() {
        return types.build();
    }

    @Override
    public List<NamedBtf> modules() {
        Btf base = vmlinux();
        List<NamedBtf> named = new ArrayList<>();
        for (BtfBuilder module : modules) {
            named.add(new NamedBtf("module" + named.size(), module.buildOver(base)));
        }
        return named;
    }

    @Override
    public @Nullable Kconfig config() {
        Map<String, String> known = config;
        return known == null ? null : known::get;
    }

    @Override
    public @Nullable KernelSymbols symbols() {
        Map<String, String> known = symbols;
        if (known == null) {
            return null;
        }
        return new KernelSymbols() {
            @Override
            public String types(String name) {
                return known.getOrDefault(name, "");
            }

            @Override
            public List<String> variants(String function) {
                return List.of();
            }
        };
    }

    @Override
    public @Nullable String version() {
        return version;
    }

    @Override
    public boolean isInModulesElsewhere(String function) {
        return elsewhere.contains(function);
    }
}
