package dev.relogrid.archive.pack;

import dev.relogrid.engine.kernel.KernelFamily;
import java.util.BitSet;
import java.util.List;

/** The kernels of a pack as a family: one is asked, and those that share its answers need not be. */
public final class PackedFamily implements KernelFamily {
    private final Pack pack;
    private final List<String> ids;
    private final BitSet[] alike;

    /** @param ids what each kernel of the pack is called, in its order */
    public PackedFamily(Pack pack, List<String> ids) {
        this.pack = pack;
        this.ids = List.copyOf(ids);
        List<PackedKernel> kernels = pack.kernels();
        this.alike = new BitSet[kernels.size()];
        for (int i = 0; i < alike.length; i++) {
            for (int j = 0; j < i && alike[i] == null; j++) {
                alike[i] = areAlike(kernels.get(i), kernels.get(j)) ? alike[j] : null;
            }
            if (alike[i] == null) {
                alike[i] = new BitSet();
            }
            alike[i].set(i);
        }
    }

    private static boolean areAlike(PackedKernel a, PackedKernel b) {
        return a.hasTypes() == b.hasTypes() && a.bigEndian() == b.bigEndian() && a.pointerSize() == b.pointerSize();
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public String id(int index) {
        return ids.get(index);
    }

    @Override
    public Witness ask(int index) {
        return new KernelView(pack, index, ids.get(index), (BitSet) alike[index].clone());
    }
}
