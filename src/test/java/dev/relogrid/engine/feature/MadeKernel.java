package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Enumerator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A kernel made up piece by piece. Its enums end where they are told to; its symbols are known once one is given. */
final class MadeKernel implements Kernel {
    final BtfBuilder types = new BtfBuilder();
    private final List<NamedBuilder> modules = new ArrayList<>();
    private final Set<String> elsewhere = new HashSet<>();
    private @Nullable Map<String, String> symbols;
    private @Nullable String version;
    private final Map<String, String> said = new TreeMap<>();
    private boolean withTypes = true;

    private record NamedBuilder(String name, BtfBuilder types) {}

    /** One of the enums that count, from 0 to {@code last}, and what closes it. */
    MadeKernel counts(String name, String prefix, int last) {
        Enumerator[] all = new Enumerator[last + 2];
        for (int i = 0; i <= last; i++) {
            all[i] = BtfBuilder.enumerator(prefix + i, i);
        }
        all[last + 1] = BtfBuilder.enumerator("__MAX_" + prefix, last + 1);
        types.enumeration(name, 4, false, all);
        return this;
    }

    MadeKernel helpers(int last) {
        return counts("bpf_func_id", "BPF_FUNC_", last);
    }

    MadeKernel function(String name) {
        types.function(name, types.prototype(0), 1);
        return this;
    }

    MadeKernel tracepoint(String name) {
        types.typedef("btf_trace_" + name, types.pointer(types.prototype(0)));
        return this;
    }

    MadeKernel symbol(String name, String letters) {
        Map<String, String> known = symbols == null ? new TreeMap<>() : symbols;
        known.put(name, letters);
        symbols = known;
        return this;
    }

    /** A module over the types there are by now. */
    BtfBuilder module(String name) {
        BtfBuilder module = BtfBuilder.over(types);
        modules.add(new NamedBuilder(name, module));
        return module;
    }

    MadeKernel moduleElsewhere(String function) {
        elsewhere.add(function);
        return this;
    }

    MadeKernel version(String text) {
        version = text;
        return this;
    }

    /** It was booted, and said this. */
    MadeKernel said(String fact, String value) {
        said.put(fact, value);
        return this;
    }

    MadeKernel withoutTypes() {
        withTypes = false;
        return this;
    }

    @Override
    public String id() {
        return "made";
    }

    @Override
    public @Nullable Btf vmlinux() {
        return withTypes ? types.build() : null;
    }

    @Override
    public List<NamedBtf> modules() {
        Btf base = types.build();
        List<NamedBtf> named = new ArrayList<>();
        for (NamedBuilder module : modules) {
            named.add(new NamedBtf(module.name, module.types.buildOver(base)));
        }
        return named;
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
                return known.keySet().stream()
                        .filter(name -> name.startsWith(function + "."))
                        .toList();
            }
        };
    }

    @Override
    public @Nullable Measured measured() {
        if (said.isEmpty()) {
            return null;
        }
        return new Measured() {
            @Override
            public @Nullable String value(String fact) {
                return said.get(fact);
            }

            @Override
            public String where() {
                return "on this kernel";
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
