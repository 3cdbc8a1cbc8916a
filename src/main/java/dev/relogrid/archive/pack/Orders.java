package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders of all units, one block for each kernel. An order may be written against that of a unit with a lower number
 * only, so that none leads back to itself.
 */
final class Orders {
    private final Section section;
    private final ModuleUnits modules;
    private final Definitions definitions;

    /** One unit's bytes, not yet read. */
    private record Written(int unit, int other, Input content) {}

    /** @throws MalformedInput when there is not one block for each kernel */
    Orders(Section section, ModuleUnits modules, Definitions definitions, int kernels) {
        this.section = section;
        this.modules = modules;
        this.definitions = definitions;
        if (section.items() != kernels || section.blocks() != kernels) {
            throw new MalformedInput(
                    section.name(),
                    0,
                    "a block with the orders of each of " + kernels + " kernels",
                    section.items() + " items in " + section.blocks() + " blocks");
        }
    }

    /** A unit's types in the order of their ids. */
    UnitOrder of(int unit) {
        Deque<Written> chain = new ArrayDeque<>();
        for (int at = unit; at >= 0; at = chain.element().other) {
            chain.push(written(at));
            if (chain.size() > OrderReferences.DEPTH + 1) {
                throw malformed(unit, "written against at most " + OrderReferences.DEPTH + " others", "more");
            }
        }
        UnitOrder order = read(chain.pop(), null);
        while (!chain.isEmpty()) {
            order = read(chain.pop(), order);
        }
        return order;
    }

    private Written written(int unit) {
        int kernel = modules.kernelOf(unit);
        Input in = block(kernel);
        for (int skipped = modules.placeOf(unit); skipped > 0; skipped--) {
            in.skip(head(in));
        }
        return written(unit, in);
    }

    private Input block(int kernel) {
        byte[] raw = section.read(kernel);
        return new Input(section.name() + " block " + kernel, raw, 0, raw.length);
    }

    private static int head(Input in) {
        int length = in.items();
        in.number();
        return length;
    }

    private Written written(int unit, Input in) {
        int length = in.items();
        int other = in.count(unit) - 1;
        return new Written(unit, other, in.part(length));
    }

    private UnitOrder read(Written unit, @Nullable UnitOrder other) {
        UnitOrder order = UnitOrder.read(unit.content, other == null ? null : other.definitions(), definitions.count());
        int types = modules.part(unit.unit).types();
        if (order.definitions().length != types) {
            throw malformed(unit.unit, types + " types", order.definitions().length + " types");
        }
        return order;
    }

    private MalformedInput malformed(int unit, String expected, String found) {
        return new MalformedInput(section.name() + " block " + modules.kernelOf(unit), 0, expected, found);
    }

    /**
     * Reads every order once; those that others are written against are held while these are read.
     *
     * @throws MalformedInput for the first that is not right
     */
    void verify(List<PackedKernel> kernels) {
        List<Written> units = new ArrayList<>();
        for (int kernel = 0; kernel < kernels.size(); kernel++) {
            Input in = block(kernel);
            if (kernels.get(kernel).hasTypes()) {
                units.add(written(kernel, in));
                for (int unit : modules.of(kernel)) {
                    units.add(written(unit, in));
                }
            }
            in.end();
        }
        new Tree(units).read();
    }

    /** Orders below those they are written against. */
    private final class Tree {
        private final List<List<Written>> below = new ArrayList<>();
        private final BitSet known = new BitSet();

        Tree(List<Written> units) {
            for (int i = 0; i <= modules.units(); i++) {
                below.add(new ArrayList<>(0));
            }
            for (Written unit : units) {
                below.get(unit.other + 1).add(unit);
                known.set(unit.unit);
            }
        }

        void read() {
            for (int unit = 0; unit < modules.units(); unit++) {
                if (!known.get(unit) && !below.get(unit + 1).isEmpty()) {
                    throw malformed(unit, "types, which orders are written against", "none");
                }
            }
            for (Written unit : below.getFirst()) {
                readBelow(unit, null, 0);
            }
        }

        private void readBelow(Written unit, @Nullable UnitOrder other, int depth) {
            if (depth > OrderReferences.DEPTH) {
                throw malformed(unit.unit, "written against at most " + OrderReferences.DEPTH + " others", "more");
            }
            UnitOrder order = Orders.this.read(unit, other);
            for (Written next : below.get(unit.unit + 1)) {
                readBelow(next, order, depth + 1);
            }
        }
    }
}
