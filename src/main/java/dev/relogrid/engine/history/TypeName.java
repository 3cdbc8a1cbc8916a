package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.btf.OneName;
import dev.relogrid.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** A kind and a name, looked up as CO-RE does: in the kernel, and only where that has none in its modules. */
final class TypeName {
    private final int kind;
    private final String name;
    private final Btf names;

    /**
     * A type that was found.
     *
     * @param module empty for the kernel itself
     */
    record Place(Btf btf, int id, String module) {}

    /** @param name of characters C allows in names */
    TypeName(int kind, String name) {
        this.kind = kind;
        this.name = name;
        this.names = new OneName(name);
    }

    String name() {
        return name;
    }

    int kind() {
        return kind;
    }

    /** @param kernel one with types */
    List<Place> in(Kernel kernel) {
        List<Place> places = new ArrayList<>(1);
        Btf vmlinux = kernel.vmlinux();
        if (vmlinux != null) {
            add(vmlinux, "", places);
            if (places.isEmpty()) {
                for (NamedBtf module : kernel.modules()) {
                    add(module.btf(), module.name(), places);
                }
            }
        }
        return places;
    }

    /** All types of the name in these, those of a base not among them. */
    void add(Btf btf, String module, List<Place> places) {
        for (int id = btf.nextByEssentialName(kind, names, OneName.OFFSET, 0);
                id != 0;
                id = btf.nextByEssentialName(kind, names, OneName.OFFSET, id)) {
            places.add(new Place(btf, id, module));
        }
    }

    @Override
    public String toString() {
        return (kind == BtfKind.FUNC ? "function" : BtfKind.name(kind)) + " " + name;
    }
}
