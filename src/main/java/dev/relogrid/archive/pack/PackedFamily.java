package dev.relogrid.archive.pack;

import dev.relogrid.engine.kernel.KernelFamily;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kernels of a pack as a family: one is asked, and those that share its answers need not be. */
public final class PackedFamily implements KernelFamily {
    private final Pack pack;
    private final List<Member> members;
    private final BitSet[] alike;

    /**
     * What the pack does not know of a kernel.
     *
     * @param noBtf why it has no BTF, null when it has some or nobody knows
     */
    public record Member(String id, @Nullable String noBtf) {}

    /** @param members the kernels of the pack, in its order */
    public PackedFamily(Pack pack, List<Member> members) {
        this.pack = pack;
        this.members = List.copyOf(members);
        this.alike = new BitSet[members.size()];
        for (int i = 0; i < alike.length; i++) {
            BitSet found = null;
            for (int j = i - 1; j >= 0 && found == null; j--) {
                found = areAlike(i, j) ? alike[j] : null;
            }
            alike[i] = found == null ? new BitSet() : found;
            alike[i].set(i);
        }
    }

    /** Whether nothing but their types can tell the two apart. */
    private boolean areAlike(int i, int j) {
        PackedKernel a = pack.kernels().get(i);
        PackedKernel b = pack.kernels().get(j);
        return a.hasTypes() == b.hasTypes()
                && a.bigEndian() == b.bigEndian()
                && a.pointerSize() == b.pointerSize()
                && Objects.equals(members.get(i).noBtf, members.get(j).noBtf);
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public String id(int index) {
        return members.get(index).id;
    }

    @Override
    public Witness ask(int index) {
        return new KernelView(pack, index, members.get(index), (BitSet) alike[index].clone());
    }
}
