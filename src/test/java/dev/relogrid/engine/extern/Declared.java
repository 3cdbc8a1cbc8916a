package dev.relogrid.engine.extern;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Placed;
import dev.relogrid.fixture.ObjectBuilder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** An object that declares externs; the types they are of are added to {@link #types} before. */
final class Declared {
    final BtfBuilder types;
    private final ObjectBuilder object;
    private final List<Placed> options = new ArrayList<>();
    private final List<Placed> symbols = new ArrayList<>();
    /** Every eBPF object has it, and libbpf wants it for symbols. */
    final int number;

    Declared(BtfBuilder types, int number) {
        this.types = types;
        this.object = new ObjectBuilder(types);
        this.number = number;
    }

    Declared() {
        this(new BtfBuilder(), 1);
        types.integer("int", 4, BtfBuilder.SIGNED);
    }

    Declared option(String name, int type, boolean weak) {
        options.add(new Placed(variable(name, type, weak), 0, 0));
        return this;
    }

    Declared symbol(String name, boolean weak) {
        return variableOf(name, 0, weak);
    }

    Declared variableOf(String name, int type, boolean weak) {
        symbols.add(new Placed(variable(name, type, weak), 0, 0));
        return this;
    }

    Declared function(String name, int prototype, boolean weak) {
        symbols.add(new Placed(types.function(name, prototype, BtfBuilder.EXTERN), 0, 0));
        undefined(name, weak);
        return this;
    }

    private int variable(String name, int type, boolean weak) {
        undefined(name, weak);
        return types.variable(name, type, BtfBuilder.EXTERN);
    }

    private void undefined(String name, boolean weak) {
        object.undefined(name, weak ? Elf.STB_WEAK : Elf.STB_GLOBAL);
    }

    private void list() {
        if (!options.isEmpty()) {
            types.datasec(".kconfig", 0, options.toArray(Placed[]::new));
        }
        if (!symbols.isEmpty()) {
            types.datasec(".ksyms", 0, symbols.toArray(Placed[]::new));
        }
        object.program("raw_tp/x", "main", ObjectBuilder.EXIT);
    }

    /** The file; the last thing that is asked of it, but for once. */
    byte[] bytes(ByteOrder order) {
        list();
        return object.bytes(order);
    }

    /** The object; the last thing that is asked. */
    BpfObject build(ByteOrder order) {
        list();
        return object.build(order);
    }

    static BpfObject parse(byte[] bytes) {
        return BpfObject.parse(Bytes.of("object", bytes, ByteOrder.LITTLE_ENDIAN));
    }

    BpfObject build() {
        return build(ByteOrder.LITTLE_ENDIAN);
    }
}
