package dev.relogrid.engine.btf;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Some of a BTF's types, and of structs, unions and enums some of the elements, to be written as a BTF of their own. What
 * is kept goes on as it was, sizes and offsets included; ids are given anew in the old order, and a pointer to a type
 * that is not kept is one to void. What a typedef, an array or a kept member leads to is kept with it, as far as its own
 * elements: those are only kept one by one.
 *
 * <p>For one thread.
 */
public final class BtfExcerpt {
    private final Btf whole;
    private final BitSet types = new BitSet();
    private final Map<Integer, BitSet> elements = new HashMap<>();

    /**
     * Of nothing yet but the size of pointers.
     *
     * @param whole types that stand alone
     */
    public BtfExcerpt(Btf whole) {
        if (whole.base() != null) {
            throw new IllegalArgumentException("types split over others cannot stand alone");
        }
        this.whole = whole;
        int witness = TypeSize.pointerSizeWitness(whole);
        if (witness != 0) {
            keep(witness);
        }
    }

    /** The type of that id; void is always there. */
    public void keep(int id) {
        if (id != 0 && whole.kind(id) < BtfKind.COUNT) {
            types.set(id);
        }
    }

    /** A struct's, union's or enum's element, and the type with it. */
    public void keepElement(int id, int i) {
        keep(id);
        elements.computeIfAbsent(id, key -> new BitSet()).set(i);
    }

    /** A type with all its elements. */
    public void keepElements(int id) {
        keep(id);
        elements.computeIfAbsent(id, key -> new BitSet()).set(0, whole.vlen(id));
    }

    /** The kept elements of a struct, union or enum, by their old numbers. */
    BitSet elements(int id) {
        return elements.getOrDefault(id, new BitSet());
    }

    /** Whether a type has elements that may be left out. */
    static boolean isSelective(int kind) {
        return BtfKind.isComposite(kind) || BtfKind.isAnyEnum(kind);
    }

    /** The .BTF section of what is kept, in the byte order of the whole. */
    public byte[] section() {
        close();
        return new ExcerptWriter(whole, this, types).section();
    }

    /** Keeps what the kept types cannot do without, and what those cannot. */
    private void close() {
        BitSet done = new BitSet();
        while (done.cardinality() < types.cardinality()) {
            BitSet left = (BitSet) types.clone();
            left.andNot(done);
            left.stream().forEach(this::keepReferences);
            done.or(left);
        }
    }

    private void keepReferences(int id) {
        switch (whole.kind(id)) {
            case BtfKind.TYPEDEF,
                    BtfKind.VOLATILE,
                    BtfKind.CONST,
                    BtfKind.RESTRICT,
                    BtfKind.TYPE_TAG,
                    BtfKind.FUNC,
                    BtfKind.VAR -> keep(whole.type(id));
            case BtfKind.DECL_TAG -> keepTagged(id);
            case BtfKind.ARRAY -> {
                keep(whole.arrayType(id));
                keep(whole.arrayIndexType(id));
            }
            case BtfKind.STRUCT, BtfKind.UNION -> keepMembers(id);
            case BtfKind.FUNC_PROTO -> {
                keep(whole.type(id));
                for (int i = 0; i < whole.vlen(id); i++) {
                    keep(whole.parameterType(id, i));
                }
            }
            case BtfKind.DATASEC -> {
                for (int i = 0; i < whole.vlen(id); i++) {
                    keep(whole.datasecType(id, i));
                }
            }
            default -> {} // the others refer to nothing, and what pointers lead to is not needed
        }
    }

    private void keepTagged(int id) {
        int tagged = whole.type(id);
        int component = whole.declTagComponent(id);
        keep(tagged);
        if (component >= 0 && BtfKind.isComposite(whole.kind(tagged)) && component < whole.vlen(tagged)) {
            keepElement(tagged, component);
            keepMembers(tagged);
        }
    }

    /** An array of no elements counts as flexible where it is last, so it must not become the last. */
    private void keepMembers(int id) {
        BitSet kept = elements(id);
        int last = kept.length() - 1;
        if (last >= 0 && last < whole.vlen(id) - 1 && isEmptyArray(whole.memberType(id, last))) {
            kept.set(whole.vlen(id) - 1);
        }
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            keep(whole.memberType(id, i));
        }
    }

    private boolean isEmptyArray(int id) {
        int type = whole.skipModifiersAndTypedefs(id);
        return whole.kind(type) == BtfKind.ARRAY && whole.arrayCount(type) == 0;
    }
}
