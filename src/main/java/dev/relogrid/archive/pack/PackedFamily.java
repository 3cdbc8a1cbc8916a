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
    private final MeasuredFamily measured;
    private final BitSet[] alike;
    private final BitSet withConfig = new BitSet();
    private final BitSet withSymbols = new BitSet();

    /**
     * What the pack does not know of a kernel.
     *
     * @param noBtf why it has no BTF, null when it has some or nobody knows
     * @param version {@link dev.relogrid.engine.kernel.Kernel#version}; kernels that differ in nothing else share all
     *     answers but that one
     */
    public record Member(
            String id, @Nullable String noBtf, @Nullable String version) {
        /** One whose version is not known. */
        public Member(String id, @Nullable String noBtf) {
            this(id, noBtf, null);
        }
    }

    /** One of which nothing was measured. */
    public PackedFamily(Pack pack, List<Member> members) {
        this(pack, members, MeasuredFamily.NONE);
    }

    /**
     * One of which something may have been measured.
     *
     * @param members the kernels of the pack, in its order
     * @param measured what they said when they were booted; not asked before somebody asks a kernel for it
     */
    public PackedFamily(Pack pack, List<Member> members, MeasuredFamily measured) {
        this.pack = pack;
        this.members = List.copyOf(members);
        this.measured = measured;
        this.alike = new BitSet[members.size()];
        for (int i = 0; i < alike.length; i++) {
            withConfig.set(i, pack.kernels().get(i).config());
            withSymbols.set(i, pack.kernels().get(i).symbols());
            BitSet found = null;
            for (int j = i - 1; j >= 0 && found == null; j--) {
                found = areAlike(i, j) ? alike[j] : null;
            }
            alike[i] = found == null ? new BitSet() : found;
            alike[i].set(i);
        }
    }

    /** Whether nothing but what is asked for can tell the two apart. */
    private boolean areAlike(int i, int j) {
        PackedKernel a = pack.kernels().get(i);
        PackedKernel b = pack.kernels().get(j);
        return a.hasTypes() == b.hasTypes()
                && a.bigEndian() == b.bigEndian()
                && a.pointerSize() == b.pointerSize()
                && Objects.equals(members.get(i).noBtf, members.get(j).noBtf);
    }

    /** Clears those of {@code kernels} that tell another version than this one. */
    void keepVersion(int kernel, BitSet kernels) {
        String version = members.get(kernel).version;
        for (int i = kernels.nextSetBit(0); i >= 0; i = kernels.nextSetBit(i + 1)) {
            if (!Objects.equals(version, members.get(i).version)) {
                kernels.clear(i);
            }
        }
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public String id(int index) {
        return members.get(index).id;
    }

    /** Not to be changed by the caller. */
    BitSet withConfig() {
        return withConfig;
    }

    /** Not to be changed by the caller. */
    BitSet withSymbols() {
        return withSymbols;
    }

    MeasuredFamily measured() {
        return measured;
    }

    Member member(int index) {
        return members.get(index);
    }

    @Override
    public Witness ask(int index) {
        return new KernelView(pack, index, this, (BitSet) alike[index].clone());
    }
}
