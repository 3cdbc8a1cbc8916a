package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kernel as it answers questions, and the kernels that would have answered all of them alike: those that have, under
 * every symbol that was looked up, the same definitions in the same order. Definitions are shared, so what follows from
 * them needs no look of its own.
 */
final class KernelView implements Kernel, KernelFamily.Witness {
    private final Pack pack;
    private final int number;
    private final PackedFamily.Member member;
    private final BitSet same;
    private final @Nullable PackedBtf vmlinux;
    private @Nullable List<NamedBtf> modules;

    /** @param alike kernels that only their types can tell apart, this one among them; changed from now on */
    KernelView(Pack pack, int number, PackedFamily.Member member, BitSet alike) {
        this.pack = pack;
        this.number = number;
        this.member = member;
        this.same = alike;
        this.vmlinux = pack.kernels().get(number).hasTypes() ? new PackedBtf(this, number, null) : null;
    }

    @Override
    public String id() {
        return member.id();
    }

    @Override
    public @Nullable Btf vmlinux() {
        return vmlinux;
    }

    @Override
    public @Nullable String noBtf() {
        return member.noBtf();
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
