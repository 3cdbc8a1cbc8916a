package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kernel as it answers questions, and the kernels that would have answered all of them alike: those that have, under
 * every symbol that was looked up, the same definitions in the same order. Definitions are shared, so what follows from
 * them needs no look of its own.
 */
final class KernelView implements Kernel, KernelFamily.Witness, NamedTexts {
    private final Pack pack;
    private final int number;
    private final PackedFamily family;
    private final BitSet same;
    private final @Nullable PackedBtf vmlinux;
    private @Nullable List<NamedBtf> modules;

    /** @param alike kernels that only what is asked for can tell apart, this one among them; changed from now on */
    KernelView(Pack pack, int number, PackedFamily family, BitSet alike) {
        this.pack = pack;
        this.number = number;
        this.family = family;
        this.same = alike;
        this.vmlinux = pack.kernels().get(number).hasTypes() ? new PackedBtf(this, number, null) : null;
    }

    @Override
    public String id() {
        return family.id(number);
    }

    @Override
    public @Nullable Btf vmlinux() {
        return vmlinux;
    }

    @Override
    public @Nullable String noBtf() {
        return family.member(number).noBtf();
    }

    @Override
    public List<NamedBtf> modules() {
        List<NamedBtf> known = modules;
        if (known == null) {
            known = new ArrayList<>();
            same.and(pack.modules().kernelsWithModulesOf(number));
            for (int unit : vmlinux == null ? new int[0] : pack.modules().of(number)) {
                known.add(new NamedBtf(pack.modules().part(unit).name(), new PackedBtf(this, unit, vmlinux)));
            }
            modules = known;
        }
        return known;
    }

    @Override
    public @Nullable Kconfig config() {
        boolean known = description().config();
        keep(known, family.withConfig());
        return known ? new PackedConfig(pack, this) : null;
    }

    @Override
    public @Nullable KernelSymbols symbols() {
        boolean known = description().symbols();
        keep(known, family.withSymbols());
        return known ? new PackedSymbols(pack, this) : null;
    }

    @Override
    public @Nullable Measured measured() {
        MeasuredFamily measured = family.measured();
        boolean known = measured.known().get(number);
        keep(known, measured.known());
        return known ? new PackedMeasured(measured, number, this) : null;
    }

    @Override
    public @Nullable String version() {
        family.keepVersion(number, same);
        return family.member(number).version();
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
    public @Nullable String text(Symbol symbol) {
        Symbol.Row row = look(symbol, number);
        return row == null ? null : row.text();
    }

    /** Narrower than {@link #text}: kernels with other texts under the symbol answer this alike. */
    @Override
    public boolean has(Symbol symbol) {
        BitSet all = new BitSet();
        for (Symbol.Row row : symbol.rows()) {
            all.or(row.units());
        }
        keep(all.get(number), all);
        return all.get(number);
    }

    private void keep(boolean inside, BitSet kernels) {
        if (inside) {
            same.and(kernels);
        } else {
            same.andNot(kernels);
        }
    }

    /** From now on only these are alike. */
    void keepAlike(BitSet kernels) {
        same.and(kernels);
    }

    @Override
    public Kernel kernel() {
        return this;
    }

    @Override
    public BitSet sameAnswers() {
        return (BitSet) same.clone();
    }

    Pack pack() {
        return pack;
    }

    PackedKernel description() {
        return pack.kernels().get(number);
    }

    /** What a unit of this kernel has under the symbol; from now on all others must have the same. */
    Symbol.@Nullable Row look(Symbol symbol, int unit) {
        Symbol.Row row = symbol.row(unit);
        if (unit == number) {
            if (row != null) {
                same.and(row.units());
            } else {
                for (Symbol.Row other : symbol.rows()) {
                    same.andNot(other.units());
                }
            }
        } else {
            keepModules(symbol, unit, row);
        }
        return row;
    }

    /** The same for a module: of the kernels that are left, all have one of its name. */
    @SuppressWarnings("ReferenceEquality") // a row is of one symbol only, so the same row is the same object
    private void keepModules(Symbol symbol, int unit, Symbol.@Nullable Row row) {
        int place = pack.modules().placeOf(unit) - 1;
        for (int kernel = same.nextSetBit(0); kernel >= 0; kernel = same.nextSetBit(kernel + 1)) {
            if (symbol.row(pack.modules().of(kernel)[place]) != row) {
                same.clear(kernel);
            }
        }
    }
}
